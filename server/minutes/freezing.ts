import { err, ok, type Instant, type MeetingId, type Result } from '#shared/core'
import type { NarrativeJson } from '#shared/narrative'
import { isFinal } from '#shared/motion'
import { numbered } from '#shared/meeting'
import {
  freezeContent,
  generalBlocks,
  itemBlocks,
  minutesFormat,
  type Block,
  type Frozen,
  type FrozenItem,
  type FrozenMeeting,
  type MinutesContent,
} from '#shared/minutes'
import type { MeetingProblem } from '#shared/meeting'
import type { Queries } from '#server/db'
import { itemsOfMeeting, type PlacedMeeting } from '#server/meeting'
import { motionsOfMeeting, type MotionSubjects } from '#server/motion'
import { loadFacts } from './facts.ts'
import type { TextProblem, Texts } from './texts.ts'

export type FreezingProblem = TextProblem | Extract<MeetingProblem, { type: 'vote-open-in-meeting' }>

/** A part of the minutes as it stands now. */
export interface LivePart {
  readonly item: FrozenItem | null
  readonly documentId: string
  readonly blocks: readonly Block[]
  readonly words: Result<NarrativeJson, TextProblem>
}

/** What minutes are put together from, beside what is stored of the meeting. */
export interface MinutesParts {
  readonly subjects: MotionSubjects
  readonly texts: Texts
}

/** So that `readLiveParts` holds nobody up, however long the texts are. */
export async function prepareTexts(
  queries: Queries,
  { texts }: Pick<MinutesParts, 'texts'>,
  meetingId: MeetingId,
): Promise<void> {
  const items = await itemsOfMeeting(queries, meetingId)
  await texts.prepare(queries, [meetingId, ...items.map(item => item.id)])
}

/** The minutes as they are written and worked out at this moment: the general remarks, then the items as numbered. */
export async function readLiveParts(
  queries: Queries,
  { subjects, texts }: MinutesParts,
  placed: PlacedMeeting,
  now: Instant,
): Promise<readonly LivePart[]> {
  const { meeting } = placed
  const facts = await loadFacts(queries, placed)
  const items = await itemsOfMeeting(queries, meeting.id)
  const general = meeting.id
  const parts: LivePart[] = [
    {
      item: null,
      documentId: general,
      blocks: generalBlocks(
        facts,
        items.map(item => item.id),
      ),
      words: await texts.words(queries, general, now),
    },
  ]
  for (const { id, number, title, type, state, subject } of numbered(items)) {
    const text = subject && (await subjects[subject.kind].load(queries, subject.id))
    const titled = subject && { ...subject, title: text?.title ?? '', ...(text?.name && { name: text.name }) }
    parts.push({
      item: { id, number, title, type },
      documentId: id,
      blocks: itemBlocks(facts, { id, state, text: titled }),
      words: await texts.words(queries, id, now),
    })
  }
  return parts
}

/**
 * The canonical content of the minutes as they stand.
 *
 * - `vote-open-in-meeting`: a vote of this meeting has no outcome that it keeps.
 * - `text-damaged`, `text-unreadable`: as `readWords` gives them, for the first such text.
 */
export async function freezeMinutes(
  queries: Queries,
  placed: PlacedMeeting,
  parts: readonly LivePart[],
  version: number,
): Promise<Result<Frozen<MinutesContent>, FreezingProblem>> {
  const motions = await motionsOfMeeting(queries, placed.meeting.id)
  const open = motions.filter(({ decision }) => !decision || !isFinal(decision.outcome))
  if (open.length > 0) return err({ type: 'vote-open-in-meeting', motionIds: open.map(motion => motion.id) })
  const frozen: MinutesContent['parts'][number][] = []
  for (const { item, blocks, words } of parts) {
    if (!words.ok) return words
    frozen.push({ item, blocks, text: words.value })
  }
  return ok(freezeContent({ format: minutesFormat, meeting: frozenMeeting(placed), version, parts: frozen }))
}

/** A meeting by its names of this moment. */
export function frozenMeeting({ meeting, group }: Pick<PlacedMeeting, 'meeting' | 'group'>): FrozenMeeting {
  const { id, kind, title, place, timeZone, startsAt, startedAt, adjournedAt } = meeting
  const { code, name } = group
  return {
    id,
    kind,
    title,
    group: { id: group.id, code, name, kind: group.kind },
    place,
    timeZone,
    startsAt,
    startedAt,
    adjournedAt,
  }
}
