import type { ItemType } from '#shared/meeting'
import type { FloorAnswer } from '#shared/meeting/schema'

/** A vote of this meeting that takes ballots, with the item under which it was opened. */
export interface OpenVote {
  readonly motionId: string
  readonly itemId: string
  /** Of the item. */
  readonly title: string
  readonly type: ItemType
  readonly onAmendment: boolean
}

/** A vote of this meeting that is over. */
export interface ClosedVote {
  readonly motionId: string
  /** Of the item. */
  readonly title: string
  readonly type: ItemType
  readonly onAmendment: boolean
  readonly outcome: string
  readonly decision: { readonly year: number; readonly number: number } | null
}

/** Votes that have their outcome, in the order of the agenda. */
export function closedVotesOf(floor: Pick<FloorAnswer, 'items'>): readonly ClosedVote[] {
  return floor.items.flatMap(({ title, type, motions }) =>
    motions.flatMap(({ id, outcome, decision, onAmendment }) =>
      outcome === null ? [] : [{ motionId: id, title, type, onAmendment, outcome, decision }],
    ),
  )
}

/** Votes that are open, or held for the NGO seats, in the order of the agenda. */
export function openVotesOf(floor: Pick<FloorAnswer, 'items'>): readonly OpenVote[] {
  return floor.items.flatMap(item =>
    item.motions
      .filter(motion => motion.state === 'open' || motion.state === 'held')
      .map(({ id, onAmendment }) => ({
        motionId: id,
        itemId: item.id,
        title: item.title,
        type: item.type,
        onAmendment,
      })),
  )
}
