import type { Whole } from '../messages.ts'
import { pluralFor } from '../plural.ts'

const plural = pluralFor('fr')
const seats = (count: number): string => plural(count, { one: 'siège', other: 'sièges' })
const ngoSeats = (count: number): string => plural(count, { one: 'siège d’ONG', other: 'sièges d’ONG' })
const ballots = (count: number): string => plural(count, { one: 'bulletin', other: 'bulletins' })

/** Why a vote ended as it did, rule by rule. */
export const trace: Whole<'motion'>['trace'] = {
  consensus: (support: number, aside: number, block: number) =>
    `${support} en soutien, ${aside} en retrait, ${block} en blocage : consensus si personne ne bloque.`,
  silence: 'Personne n’a fait objection ni proposé d’autres mots avant la fin du délai.',
  silenceObjected: 'Une objection a rompu le silence.',
  silenceAmended: 'Une proposition d’autres mots a rompu le silence.',
  delivery: (reached: number, of: number) =>
    `${reached} sur ${seats(of)} ont été atteints ; le silence ne lie que s’ils le sont tous.`,
  ngoOpened: (opened: number, of: number, extended: boolean) =>
    `Sur ${of} ${of === 1 ? 'siège' : 'sièges'} d’ONG, ${opened} ${opened === 1 ? 'a' : 'ont'} ouvert le texte ; il en faut un au moins.` +
    (extended ? ' Le délai a été prolongé une fois pour cela.' : ''),
  secretCount: (most: number, others: number, blank: number) =>
    `${most} pour la première personne, ${others} pour toutes les autres, ${blank} blancs.`,
  reconsideration: (rule: string) => `Le groupe a déjà adopté ce texte. Pour en décider de nouveau : ${rule}`,
  voided: (at: string, cause: string) => `Annulé le ${at} : ${cause}.`,
  held: 'Règle remplie',
  failed: 'Non remplie',
  rule: (rule: string) => `Règle ${rule}`,
  electorate: (all: number, state: number, ngo: number, partner: number) =>
    `${seats(all)} ${all < 2 ? 'pouvait' : 'pouvaient'} voter : ${state} de l’État, ${ngo} d’ONG, ${partner} de partenaires sociaux.`,
  composition: (has: number, required: number) =>
    `Le groupe compte ${ngoSeats(has)} ; il en faut au moins ${required}.`,
  quorumAtOpening: (present: number, all: number, needed: number, ngo: number, ngoAll: number, ngoNeeded: number) =>
    `À l’ouverture, ${present} présents sur ${seats(all)}, ${needed} requis ; sièges d’ONG : ${ngo} sur ${ngoAll}, ${ngoNeeded} requis.`,
  quorumAtClosing: (present: number, all: number, needed: number, ngo: number, ngoAll: number, ngoNeeded: number) =>
    `Participation de ${present} sur ${seats(all)}, ${needed} requis ; sièges d’ONG : ${ngo} sur ${ngoAll}, ${ngoNeeded} requis.`,
  ballots: (cast: number, by: number, recused: number, setAside: number) =>
    `${ballots(cast)} ${cast < 2 ? 'déposé' : 'déposés'} par ${seats(by)} ; le dernier du rang le plus élevé compte.` +
    (recused > 0 ? ` ${plural(recused, { one: 'siège récusé', other: 'sièges récusés' })}.` : '') +
    (setAside > 0
      ? ` ${plural(setAside, { one: 'bulletin écarté', other: 'bulletins écartés' })} faute d’habilitation.`
      : ''),
  text: (other: number) =>
    other === 0
      ? 'Chaque bulletin désigne le texte mis aux voix.'
      : `${plural(other, { one: 'bulletin désignait un autre texte : non compté', other: 'bulletins désignaient un autre texte : non comptés' })}.`,
  textStale: 'Une autre version de ce texte a été adoptée avant la clôture de ce vote.',
  time: (closed: string, late: number) =>
    `Clôture : ${closed}.${late > 0 ? ` ${plural(late, { one: 'bulletin tardif : non compté', other: 'bulletins tardifs : non comptés' })}.` : ''}`,
  timeOpen: (closes: string) => `Échéance : ${closes}.`,
  oneYes: (yes: number) =>
    yes === 0 ? 'Personne n’a voté pour ; il faut au moins une voix.' : `Au moins une voix pour : il y en a ${yes}.`,
  majoritySimple: (yes: number, no: number) => `${yes} pour et ${no} contre : adopté s’il y a plus de voix pour.`,
  majorityTwoThirds: (yes: number, no: number, left: number, right: number) =>
    `${yes} pour et ${no} contre : les deux tiers sont atteints si 3 × ${yes} = ${left} est au moins égal à 2 × ${yes + no} = ${right}.`,
  majorityAbsolute: (yes: number, eligible: number, left: number) =>
    `${yes} pour sur ${seats(eligible)} : plus de la moitié si 2 × ${yes} = ${left} dépasse ${eligible}.`,
  majorityTwoThirdsAll: (yes: number, eligible: number, left: number, right: number) =>
    `${yes} pour sur ${seats(eligible)} : les deux tiers de tous sont atteints si 3 × ${yes} = ${left} est au moins égal à 2 × ${eligible} = ${right}.`,
  tie: (yes: number, second: boolean) =>
    `${yes} pour et ${yes} contre : partage des voix${second ? ', pour la seconde fois. Le texte n’est pas adopté.' : '. Un nouveau vote peut suivre après un jour.'}`,
  concurrence: (yes: number, no: number, all: number, position: string) =>
    `Sur ${ngoSeats(all)}, ${yes} pour et ${no} contre : ${position}.`,
  hold: (until: string, yes: number, no: number, position: string) =>
    `Entendus seuls, échéance : ${until}. ${yes} pour et ${no} contre : ${position}.`,
  holdRunning: (until: string) => `Les sièges d’ONG sont entendus seuls, échéance : ${until}.`,
  overObjection: (yes: number, eligible: number, left: number, right: number) =>
    `Malgré une objection, il faut les deux tiers de tous : ${yes} pour sur ${seats(eligible)}, soit 3 × ${yes} = ${left} face à 2 × ${eligible} = ${right}.`,
}
