import type { Whole } from '../messages.ts'
import { pluralFor } from '../plural.ts'

const plural = pluralFor('fr')

export const amendment: Whole<'amendment'> = {
  title: 'Amendements',
  count: (number: number) => plural(number, { one: 'amendement', other: 'amendements' }),
  order: 'Dans l’ordre des votes : le plus éloigné du texte d’abord.',
  none: 'Personne n’a proposé d’autres mots.',
  propose: 'Proposer un amendement',
  these: 'Amender ces mots',
  proposed: 'Proposé. Il est mis aux voix avant le texte.',
  forSeat: 'Pour le siège',
  passage: 'Passage',
  passageChoose: 'Choisir le passage à modifier',
  passageHint: 'Ou fermez et sélectionnez les mots dans le texte.',
  quote: 'Mots tels qu’ils figurent',
  quoteHint: 'Réduisez-les à ceux qui changent.',
  misquoted:
    'Ces mots ne figurent pas une seule fois dans le passage. Citez-les tels quels, avec davantage de la phrase.',
  replacement: 'Mots à leur place',
  replacementHint: 'Laissez vide pour supprimer les mots.',
  reason: 'Motif',
  shown: 'Ce que dirait le texte',
  because: (reason: string) => `Motif : ${reason}`,
  by: (seat: string, person: string) => `${seat} (${person})`,
  distance: (words: number) => `À ${plural(words, { one: 'mot', other: 'mots' })} du texte`,
  next: 'Prochain vote',
  openVote: 'Mettre cet amendement aux voix',
  vote: 'Le vote',
  withdraw: 'Retirer',
  withdrawTitle: 'Retirer cet amendement ?',
  withdrawText: 'Il reste au dossier comme retiré et n’est pas mis aux voix.',
  withdrawn: 'Retiré.',
  made: (number: number) => `A donné la version ${number}`,
  movedOn: (number: number) => `Reporté sur la version ${number}`,
  amends: (number: number) => `Version ${number}, telle qu’amendée`,
  amendedBy: (number: number) => `Un amendement a été adopté : le texte continue comme version ${number}.`,
  toVersion: (number: number) => `Aller à la version ${number}`,
  onVersion: (number: number) => `À la version ${number}`,
  ngoElsewhere: (numbers: string) =>
    `Des amendements d’ONG à la version ${numbers} de cette section n’ont pas encore reçu de suite. Ils ne sont pas mis aux voix avec cette version.`,
  state: {
    proposed: 'Proposé',
    underVote: 'Mis aux voix',
    adopted: 'Adopté',
    notAdopted: 'Non adopté',
    withdrawn: 'Retiré',
    overtaken: 'Sans objet',
  },
  overtaken: {
    'words-gone': 'Ses mots ne figurent plus dans le texte amendé.',
    'words-repeated': 'Ses mots figurent maintenant plusieurs fois dans le texte amendé.',
    'nothing-left': 'Le texte amendé le dit déjà.',
    'text-withdrawn': 'Le texte a été retiré.',
  },
}
