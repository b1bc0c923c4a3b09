import { pluralFor } from '../plural.ts'

const plural = pluralFor('en')
const seats = (count: number): string => plural(count, { one: 'seat', other: 'seats' })
const ballots = (count: number): string => plural(count, { one: 'ballot', other: 'ballots' })

/** Why a vote ended as it did, rule by rule. */
export const trace = {
  consensus: (support: number, aside: number, block: number) =>
    `${support} in support, ${aside} standing aside, ${block} blocking: consensus unless somebody blocks.`,
  silence: 'Nobody objected or proposed other words before the time was over.',
  silenceObjected: 'An objection broke the silence.',
  silenceAmended: 'A proposal for other words broke the silence.',
  delivery: (reached: number, of: number) => `${reached} of ${seats(of)} were reached; silence binds only if all were.`,
  ngoOpened: (opened: number, of: number, extended: boolean) =>
    `Of ${of} NGO ${of === 1 ? 'seat' : 'seats'}, ${opened} opened the text; at least one must.` +
    (extended ? ' The time was extended once for that.' : ''),
  secretCount: (most: number, others: number, blank: number) =>
    `${most} for the first, ${others} for all others, ${blank} blank.`,
  reconsideration: (rule: string) => `The group adopted this text before. To decide again: ${rule}`,
  voided: (at: string, cause: string) => `Voided on ${at}: ${cause}.`,
  held: 'Rule met',
  failed: 'Not met',
  rule: (rule: string) => `Rule ${rule}`,
  electorate: (all: number, state: number, ngo: number, partner: number) =>
    `${seats(all)} could vote: ${state} of the State, ${ngo} of NGOs, ${partner} of social partners.`,
  composition: (has: number, required: number) =>
    `The group has ${has} NGO ${has === 1 ? 'seat' : 'seats'}; at least ${required} ${required === 1 ? 'is' : 'are'} required.`,
  quorumAtOpening: (present: number, all: number, needed: number, ngo: number, ngoAll: number, ngoNeeded: number) =>
    `${present} of ${seats(all)} were present at opening, ${needed} needed; of NGO seats ${ngo} of ${ngoAll}, ${ngoNeeded} needed.`,
  quorumAtClosing: (present: number, all: number, needed: number, ngo: number, ngoAll: number, ngoNeeded: number) =>
    `${present} of ${seats(all)} took part, ${needed} needed; of NGO seats ${ngo} of ${ngoAll}, ${ngoNeeded} needed.`,
  ballots: (cast: number, by: number, recused: number, setAside: number) =>
    `${ballots(cast)} cast by ${seats(by)}; the last of the highest rank counts.` +
    (recused > 0 ? ` ${seats(recused)} recused.` : '') +
    (setAside > 0 ? ` ${ballots(setAside)} not the caster’s to cast, set aside.` : ''),
  text: (other: number) =>
    other === 0 ? 'Every ballot names the text under vote.' : `${ballots(other)} named another text: not counted.`,
  textStale: 'Another version of this text was adopted before this vote closed.',
  time: (closed: string, late: number) =>
    `Closed on ${closed}.${late > 0 ? ` ${ballots(late)} came late: not counted.` : ''}`,
  timeOpen: (closes: string) => `Open until ${closes}.`,
  oneYes: (yes: number) =>
    yes === 0 ? 'Nobody voted yes; a text needs at least one.' : `At least one yes: there are ${yes}.`,
  majoritySimple: (yes: number, no: number) => `${yes} for and ${no} against: adopted if more are for.`,
  majorityTwoThirds: (yes: number, no: number, left: number, right: number) =>
    `${yes} for and ${no} against: two thirds means 3 × ${yes} = ${left} is at least 2 × ${yes + no} = ${right}.`,
  majorityAbsolute: (yes: number, eligible: number, left: number) =>
    `${yes} of ${seats(eligible)} for: more than half means 2 × ${yes} = ${left} is more than ${eligible}.`,
  majorityTwoThirdsAll: (yes: number, eligible: number, left: number, right: number) =>
    `${yes} of ${seats(eligible)} for: two thirds of all means 3 × ${yes} = ${left} is at least 2 × ${eligible} = ${right}.`,
  tie: (yes: number, second: boolean) =>
    `${yes} for and ${yes} against: a tie${second ? ', the second one. The text is not adopted.' : '. One new vote may follow after a day.'}`,
  concurrence: (yes: number, no: number, all: number, position: string) =>
    `Of ${all} NGO ${all === 1 ? 'seat' : 'seats'}, ${yes} for and ${no} against: ${position}.`,
  hold: (until: string, yes: number, no: number, position: string) =>
    `Heard alone until ${until}: ${yes} for and ${no} against, ${position}.`,
  holdRunning: (until: string) => `The NGO seats are heard alone until ${until}.`,
  overObjection: (yes: number, eligible: number, left: number, right: number) =>
    `Over an objection it takes two thirds of all: ${yes} of ${seats(eligible)} for, 3 × ${yes} = ${left} against 2 × ${eligible} = ${right}.`,
}
