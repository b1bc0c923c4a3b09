/**
 * Secret ballots, for electing persons. [V12]
 *
 * The log tells who has cast; what was cast lies in a box. After the close the box is opened into one event with all
 * papers, in an order that tells nothing, and each says its candidate, and its constituency where enough others of it
 * are there. So anyone can count again, and nobody can tell who wrote which paper, not from the log either. A paper cannot
 * be taken out to be changed: a secret ballot is final.
 */
import { countSeats, votingConstituencies, type ElectorateSeat, type VotingConstituency } from './electorate.ts'
import type { Paper } from './log.ts'
import type { Proceedings } from './proceedings.ts'
import type { RuleSet } from './rules.ts'
import type { Snapshot } from './snapshot.ts'
import { addTallies, tallyByConstituency, type Tally, type TallyByConstituency } from './tally.ts'
import type { PersonId } from '#shared/core'

/** What each candidate got. */
export type Election = {
  readonly candidates: readonly CandidateVotes[]
  /** Papers with no name on them. */
  readonly blank: number
}

export type CandidateVotes = {
  readonly personId: PersonId
  readonly votes: number
  /** By constituency; null where it is not shown. */
  readonly by: { readonly [C in VotingConstituency]: number | null }
}

/** The whole as ballots for and against the one who has most (who took part, before the box is opened), and who took part by constituency. */
export type SecretTallies = {
  readonly whole: Tally
  /** Who took part: what they chose is not split. */
  readonly parts: TallyByConstituency
  readonly election: Election
  /** Who has more than any other; null when two have as many, or nobody any. */
  readonly leader: PersonId | null
}

export function countSecret(rules: RuleSet, snapshot: Snapshot, state: Proceedings): SecretTallies {
  const candidates = snapshot.method?.name === 'SECRET' ? snapshot.method.candidates : []
  const papers = state.papers ?? []
  const shown = shownConstituencies(rules, snapshot, state)
  const votes = candidates.map(personId => {
    const own = papers.filter(paper => paper.candidate === personId)
    const part = (constituency: VotingConstituency): number | null =>
      shown.has(constituency) ? own.filter(paper => paper.constituency === constituency).length : null
    return { personId, votes: own.length, by: { STATE: part('STATE'), NGO: part('NGO'), PARTNER: part('PARTNER') } }
  })
  const blank = papers.filter(paper => paper.candidate === null).length
  const most = Math.max(0, ...votes.map(one => one.votes))
  const first = votes.filter(one => one.votes === most && most > 0)
  const parts = tookPart(snapshot, state)
  const present = votingConstituencies.map(constituency => parts[constituency]).reduce(addTallies)
  const counted = { yes: most, no: papers.length - blank - most, abstain: blank, presentNotVoting: 0 }
  return {
    whole: state.papers === null ? present : { ...present, ...counted },
    parts,
    election: { candidates: votes, blank },
    leader: first.length === 1 ? (first[0]?.personId ?? null) : null,
  }
}

/** A paper as it lies in the box: of a constituency that is never told apart, without it. */
export function paperFor(
  { secretSplitFrom }: RuleSet,
  { electorate }: Snapshot,
  { constituency }: ElectorateSeat,
  candidate: PersonId | null,
): Paper {
  const isFew = countSeats(electorate, constituency) < secretSplitFrom
  return { constituency: isFew ? null : constituency, candidate }
}

/** The papers as the log tells them: sorted, and without the constituency where it would tell of single ones. */
export function papersToTell(
  rules: RuleSet,
  snapshot: Snapshot,
  state: Proceedings,
  papers: readonly Paper[],
): readonly Paper[] {
  const shown = shownConstituencies(rules, snapshot, state)
  return sortPapers(
    papers.map(({ constituency, candidate }) => ({
      constituency: constituency !== null && shown.has(constituency) ? constituency : null,
      candidate,
    })),
  )
}

/** Papers in an order that tells nothing of when, or by whom, each was cast. */
export function sortPapers(papers: readonly Paper[]): readonly Paper[] {
  const key = ({ constituency, candidate }: Paper): string => `${constituency ?? ''} ${candidate ?? ''}`
  return papers.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0))
}

/** A constituency with few papers is not split, and no other that would tell of it by subtraction. */
export function shownConstituencies(
  { secretSplitFrom }: RuleSet,
  { electorate }: Snapshot,
  { secretCasts }: Proceedings,
): ReadonlySet<VotingConstituency> {
  const cast = new Set(secretCasts.map(({ seatId }) => seatId))
  const seats = electorate.filter(({ seatId }) => cast.has(seatId))
  const sizes = votingConstituencies
    .map(constituency => ({ constituency, size: countSeats(seats, constituency) }))
    .filter(({ size }) => size > 0)
    .toSorted((a, b) => a.size - b.size)
  const small = sizes.filter(({ size }) => size < secretSplitFrom).length
  let hidden = small
  const papersHidden = (): number => sizes.slice(0, hidden).reduce((sum, { size }) => sum + size, 0)
  // What is left when the others are subtracted from the whole shall not tell either.
  while (small > 0 && hidden < sizes.length && (hidden < 2 || papersHidden() < secretSplitFrom)) hidden++
  return new Set(sizes.slice(hidden).map(({ constituency }) => constituency))
}

/** A seat that put a paper into the box took part, however it chose. */
function tookPart({ electorate }: Snapshot, { ballots, secretCasts }: Proceedings): TallyByConstituency {
  const cast = new Set(secretCasts.map(({ seatId }) => seatId))
  const parts = tallyByConstituency(electorate, ballots)
  const part = (constituency: VotingConstituency): Tally => {
    const papers = electorate.filter(seat => seat.constituency === constituency && cast.has(seat.seatId)).length
    const counted = parts[constituency]
    return { ...counted, presentNotVoting: papers, notCast: counted.notCast - papers }
  }
  return { STATE: part('STATE'), NGO: part('NGO'), PARTNER: part('PARTNER') }
}
