import type { FloorAnswer } from '#shared/meeting/schema'

/** A vote of this meeting that takes ballots, with the item under which it was opened. */
export interface OpenVote {
  readonly motionId: string
  readonly itemId: string
  readonly title: string
}

/** Votes that are open, or held for the NGO seats, in the order of the agenda. */
export function openVotesOf(floor: Pick<FloorAnswer, 'items'>): readonly OpenVote[] {
  return floor.items.flatMap(item =>
    item.motions
      .filter(motion => motion.state === 'open' || motion.state === 'held')
      .map(motion => ({ motionId: motion.id, itemId: item.id, title: item.title })),
  )
}
