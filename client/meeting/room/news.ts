/** What happened between two states of the floor, for those who cannot see it change: said once, politely. */
import type { ItemType, MeetingState } from '#shared/meeting'
import type { FloorAnswer } from '#shared/meeting/schema'

/** What is told of a floor: values of its own, since a floor that is kept is written over by the next. */
export interface Gist {
  readonly state: MeetingState
  readonly item: {
    readonly id: string
    readonly number: string
    readonly title: string
    readonly type: ItemType
  } | null
  readonly speaker: { readonly id: string; readonly name: string } | null
  /** Votes by id, and how each ended; null while it is open. */
  readonly votes: ReadonlyMap<
    string,
    { readonly title: string; readonly type: ItemType; readonly onAmendment: boolean; readonly outcome: string | null }
  >
}

export type News =
  | { readonly kind: 'state'; readonly state: MeetingState }
  | { readonly kind: 'item'; readonly number: string; readonly title: string; readonly type: ItemType }
  | { readonly kind: 'betweenItems' }
  | { readonly kind: 'speaker'; readonly name: string }
  | {
      readonly kind: 'voteOpened'
      readonly motionId: string
      readonly title: string
      readonly type: ItemType
      readonly onAmendment: boolean
    }
  | {
      readonly kind: 'voteOver'
      readonly motionId: string
      readonly title: string
      readonly type: ItemType
      readonly onAmendment: boolean
      readonly outcome: string
    }

export function gistOf(floor: FloorAnswer): Gist {
  const item = floor.items.find(one => one.id === floor.currentItemId)
  const speaker = floor.floor.find(request => request.state === 'speaking')
  return {
    state: floor.state,
    item: item ? { id: item.id, number: item.number, title: item.title, type: item.type } : null,
    speaker: speaker ? { id: speaker.id, name: speaker.name } : null,
    votes: new Map(
      floor.items.flatMap(({ title, type, motions }) =>
        motions.map(({ id, onAmendment, outcome }) => [id, { title, type, onAmendment, outcome }] as const),
      ),
    ),
  }
}

export function newsBetween(before: Gist, after: Gist): readonly News[] {
  const news: News[] = []
  if (before.state !== after.state) news.push({ kind: 'state', state: after.state })
  if (before.item?.id !== after.item?.id) {
    if (after.item)
      news.push({ kind: 'item', number: after.item.number, title: after.item.title, type: after.item.type })
    else if (after.state === 'inSession') news.push({ kind: 'betweenItems' })
  }
  for (const [motionId, { title, type, onAmendment, outcome }] of after.votes) {
    const known = before.votes.get(motionId)
    if (known === undefined && outcome === null) news.push({ kind: 'voteOpened', motionId, title, type, onAmendment })
    if (outcome !== null && known?.outcome === null) {
      news.push({ kind: 'voteOver', motionId, title, type, onAmendment, outcome })
    }
  }
  if (after.speaker && before.speaker?.id !== after.speaker.id) news.push({ kind: 'speaker', name: after.speaker.name })
  return news
}
