import type { Actor } from '#shared/access'
import { err, ok, sha256Hex, type MeetingId, type Result } from '#shared/core'
import { parseContent, type MinutesContent } from '#shared/minutes'
import type { ExportQuery } from '#shared/minutes/schema'
import type { CommonProblem } from '#shared/problem'
import type { Queries } from '#server/db'
import { mayReadMeeting, placeMeeting, type PlacedMeeting } from '#server/meeting'
import { findPerson } from '#server/people'
import type { Deps } from '../deps.ts'
import type { Language, MinutesToPrint } from './export/index.ts'
import { frozenMeeting, prepareTexts, readLiveParts, type MinutesParts } from './freezing.ts'
import type { Minutes, MinutesVersion } from './minutes.ts'
import { liveParts, sealEntry } from './present.ts'
import { chainOf, errataOfMeeting, latestVersion, minutesOfMeeting, versionsOf } from './store.ts'

type NotFound = Extract<CommonProblem, { type: 'not-found' }>

export interface Exported {
  readonly print: MinutesToPrint
  readonly language: Language
  /** Without its ending. */
  readonly fileName: string
}

/**
 * Minutes to be taken away: the version asked for, or what was circulated last, or a draft that says so. [M5]
 *
 * - `not-found`: a meeting that is missing, hidden or has no minutes yet; no such version; or one whose stored text is
 *   not what was circulated, of which nothing is shown.
 */
export async function exportMinutes(
  deps: Pick<Deps, 'read' | 'now'>,
  { subjects, texts }: MinutesParts,
  actor: Actor,
  meetingId: MeetingId,
  { version: number, language }: ExportQuery,
): Promise<Result<Exported, NotFound>> {
  const { read } = deps
  const now = deps.now()
  const placed = await placeMeeting(read, meetingId, now)
  const minutes = placed && (await minutesOfMeeting(read, meetingId))
  if (!minutes || !mayReadMeeting(actor, placed)) return err({ type: 'not-found' })
  const versions = await versionsOf(read, minutes.id)
  const version = number === undefined ? versions.at(-1) : versions.find(one => one.number === number)
  if (number !== undefined && !version) return err({ type: 'not-found' })
  const latest = version !== undefined && version === versions.at(-1)
  const print = version
    ? await circulatedToPrint(read, minutes, version, latest)
    : await draftToPrint(read, { subjects, texts }, placed, now)
  if (!print) return err({ type: 'not-found' })
  const day = new Date(placed.meeting.startsAt).toISOString().slice(0, 10)
  const code = placed.group.code.replace(/[^A-Za-z0-9]+/g, '-')
  const fileName = `minutes-${code}-${day}${version ? `-v${version.number}` : '-draft'}`
  const chosen: Language = language ?? ((await findPerson(read, actor.personId))?.locale === 'fr' ? 'fr' : 'en')
  return ok({ print, language: chosen, fileName })
}

/** Errata and seal belong to the version that was approved, which is the last one. */
async function circulatedToPrint(
  queries: Queries,
  minutes: Minutes,
  version: MinutesVersion,
  latest: boolean,
): Promise<MinutesToPrint | null> {
  const content = intactContent(version)
  if (!content) return null
  const errata: MinutesToPrint['errata'][number][] = []
  for (const erratum of latest ? await errataOfMeeting(queries, minutes.meetingId) : []) {
    const text = erratum.state === 'sealed' ? await latestVersion(queries, erratum.id) : null
    const told = text ? parseContent(text.content) : null
    if (!text || told?.format !== 'plenary/erratum/1') continue
    errata.push({ text: told.text, circulatedAt: text.circulatedAt, digest: text.digest })
  }
  const seal = latest ? sealEntry(minutes, await chainOf(queries, minutes.groupId)) : null
  const { number, digest, circulatedAt } = version
  return { meeting: content.meeting, parts: content.parts, version: { number, digest, circulatedAt }, seal, errata }
}

function intactContent({ content, digest }: MinutesVersion): MinutesContent | null {
  const parsed = sha256Hex(content) === digest ? parseContent(content) : null
  return parsed?.format === 'plenary/minutes/1' ? parsed : null
}

async function draftToPrint(
  queries: Queries,
  parts: MinutesParts,
  placed: PlacedMeeting,
  now: number,
): Promise<MinutesToPrint> {
  await prepareTexts(queries, parts, placed.meeting.id)
  const live = liveParts(await readLiveParts(queries, parts, placed, now))
  return { meeting: frozenMeeting(placed), parts: live, version: null, seal: null, errata: [] }
}
