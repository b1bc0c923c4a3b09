/**
 * Who wrote the letters of a text. [A5]
 *
 * Each letter of a live text carries the number of the client that typed it and its place in that client's row; numbers
 * belong to persons, and the log says when each place came in. So every letter has a person and a moment, and by the seat
 * that person held at that moment a constituency. A frozen version is the same letters at the moment it was frozen; one
 * that an amendment made has the letters of the version before it, with the amendment's own in the place of those that went.
 */
import type { Instant } from '#shared/core'
import type { Constituency } from '#shared/group'
import { lettersOf } from '#shared/narrative'
import type { SectionContent } from '#shared/plan'
import type { LetterExchange } from '#shared/amendment'

/**
 * `OFFICE`: the National Co-ordinator or the Secretariat, without a seat. `TEMPLATE`: the server's own, the model strategy
 * that a plan begins with. `UNKNOWN`: nobody can say, and so it is called.
 */
export const authorKinds = ['STATE', 'NGO', 'PARTNER', 'OFFICE', 'TEMPLATE', 'UNKNOWN'] as const
export type AuthorKind = (typeof authorKinds)[number]

/** Letters by who wrote them. */
export type TextShare = { readonly [K in AuthorKind]: number }

export const noText: TextShare = { STATE: 0, NGO: 0, PARTNER: 0, OFFICE: 0, TEMPLATE: 0, UNKNOWN: 0 }

/** Letters side by side that have one author. A count of UTF-16 code units, as the texts themselves count. */
export interface Run<A = AuthorKind> {
  readonly author: A
  readonly length: number
}

/** A time in which somebody held a seat or an office. */
export interface Held {
  readonly as: Exclude<Constituency, 'OBSERVER'> | 'OFFICE'
  /** Held in the group that owns the text. */
  readonly inGroup: boolean
  readonly from: Instant
  readonly until: Instant | null
}

/**
 * As what somebody wrote at a moment: for a seat of the group that owns the text, else for a seat elsewhere, else by office.
 *
 * @param held what this person ever held
 */
export function authorAt(held: readonly Held[], at: Instant): AuthorKind {
  const then = held.filter(one => one.from <= at && (one.until === null || one.until > at))
  const seats = then.filter(one => one.as !== 'OFFICE')
  return (seats.find(one => one.inGroup) ?? seats[0] ?? then[0])?.as ?? 'UNKNOWN'
}

/** All letters of a frozen text: the narrative, then goals, indicators and objectives in their order. */
export function frozenLetters({ narrative, framework }: Pick<SectionContent, 'narrative' | 'framework'>): string {
  const elements = framework.goals.flatMap(goal => [
    goal,
    ...goal.indicators,
    ...goal.objectives.flatMap(objective => [objective, ...objective.indicators]),
  ])
  return lettersOf(narrative) + elements.map(element => element.text).join('')
}

/** The runs of a text after letters of it were exchanged; those that stay keep their author. */
export function exchanged<A>(
  runs: readonly Run<A>[],
  exchanges: readonly LetterExchange[],
  author: A,
): readonly Run<A>[] {
  return exchanges.reduce<readonly Run<A>[]>((before, { from, to, words }) => {
    const after = [...slice(before, 0, from), { author, length: words.length }, ...slice(before, to, Infinity)]
    return after.filter(run => run.length > 0)
  }, runs)
}

function slice<A>(runs: readonly Run<A>[], from: number, to: number): readonly Run<A>[] {
  let at = 0
  return runs.map(({ author, length }) => {
    const [start, end] = [Math.max(from, at), Math.min(to, at + length)]
    at += length
    return { author, length: Math.max(0, end - start) }
  })
}

export function shareOf(runs: readonly Run[]): TextShare {
  const share = { ...noText }
  for (const { author, length } of runs) share[author] += length
  return share
}

export function addShares(one: TextShare, other: TextShare): TextShare {
  const sum = { ...noText }
  for (const kind of authorKinds) sum[kind] = one[kind] + other[kind]
  return sum
}

/** A count of letters. */
export function lengthOf(share: TextShare): number {
  return authorKinds.reduce((sum, kind) => sum + share[kind], 0)
}

/** Part of the NGO seats in what persons wrote, as a fraction of one; null where no person wrote. The model strategy is nobody's. */
export function ngoShareOf(share: TextShare): number | null {
  const written = lengthOf(share) - share.TEMPLATE
  return written === 0 ? null : share.NGO / written
}
