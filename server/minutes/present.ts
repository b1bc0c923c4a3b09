/** Domain to answer: what each thing of the minutes looks like outside. */
import { sha256Hex, type Digest } from '#shared/core'
import { minutesChainStart, parseContent, type SeatName } from '#shared/minutes'
import type { CorrectionEntry, ErratumEntry, MinutesAnswer, MinutesPart } from '#shared/minutes/schema'
import type { Seat } from '#shared/group'
import type { Queries } from '#server/db'
import type { Correction } from './correction-store.ts'
import { personsNamed, seatNames } from './facts-store.ts'
import type { LivePart } from './freezing.ts'
import type { Minutes, MinutesVersion } from './minutes.ts'
import { parseApproval, versionsOf } from './store.ts'

type VersionEntry = MinutesAnswer['versions'][number]
type SealEntry = NonNullable<MinutesAnswer['seal']>

export function seatEntry({ id, label, organisationName, constituency }: Seat): SeatName {
  return { seatId: id, label, organisationName, constituency }
}

export async function versionEntries(
  queries: Queries,
  versions: readonly MinutesVersion[],
): Promise<readonly VersionEntry[]> {
  const names = await personsNamed(
    queries,
    versions.map(version => version.circulatedBy),
  )
  return versions.map(({ id, number, digest, circulatedAt, circulatedBy, correctionsUntil, content }) => ({
    id,
    number,
    digest,
    circulatedAt,
    circulatedBy: { personId: circulatedBy, name: names.get(circulatedBy)?.name ?? '' },
    correctionsUntil,
    intact: sha256Hex(content) === digest,
  }))
}

/** @param chain seals of the group in order, to find the one before */
export function sealEntry(minutes: Minutes, chain: readonly Minutes[]): SealEntry | null {
  const { chainNumber, seal, sealedAt, approval } = minutes
  if (chainNumber === null || seal === null || sealedAt === null || approval === null) return null
  const previous: Digest = chain.find(one => one.chainNumber === chainNumber - 1)?.seal ?? minutesChainStart
  return { number: chainNumber, seal, previous, sealedAt, approval: parseApproval(approval) }
}

/** The parts as they were circulated; none where the stored text is not what was circulated. */
export function frozenParts({ content, digest }: MinutesVersion, general: string): readonly MinutesPart[] {
  const frozen = sha256Hex(content) === digest ? parseContent(content) : null
  if (frozen?.format !== 'plenary/minutes/1') return []
  return frozen.parts.map(({ item, blocks, text }) => ({ item, documentId: item?.id ?? general, blocks, text }))
}

export function liveParts(parts: readonly LivePart[]): readonly MinutesPart[] {
  return parts.map(({ item, documentId, blocks, words }) => {
    return { item, documentId, blocks, text: words.ok ? words.value : null }
  })
}

export async function correctionEntries(
  queries: Queries,
  corrections: readonly Correction[],
  versions: readonly MinutesVersion[],
): Promise<readonly CorrectionEntry[]> {
  const seats = await seatNames(
    queries,
    corrections.map(correction => correction.seatId),
  )
  const persons = await personsNamed(
    queries,
    corrections.flatMap(({ personId, disposition }) => (disposition ? [personId, disposition.by] : [personId])),
  )
  return corrections.flatMap(correction => {
    const { id, versionId, itemId, seatId, personId, quote, proposal, reason, at, state, disposition } = correction
    const seat = seats.get(seatId)
    if (!seat) return []
    return [
      {
        id,
        version: versions.find(version => version.id === versionId)?.number ?? 0,
        itemId,
        seat,
        person: { personId, name: persons.get(personId)?.name ?? '' },
        quote,
        proposal,
        reason,
        at,
        state,
        disposition: disposition && {
          by: persons.get(disposition.by)?.name ?? '',
          at: disposition.at,
          reason: disposition.reason,
        },
      },
    ]
  })
}

export async function erratumEntries(
  queries: Queries,
  errata: readonly Minutes[],
  chain: readonly Minutes[],
): Promise<readonly ErratumEntry[]> {
  const entries: ErratumEntry[] = []
  for (const erratum of errata) {
    const version = (await versionsOf(queries, erratum.id)).at(-1)
    if (!version) throw new Error(`erratum ${erratum.id} has no text`)
    const content = parseContent(version.content)
    const names = await personsNamed(queries, [version.circulatedBy])
    entries.push({
      id: erratum.id,
      state: erratum.state,
      text: content?.format === 'plenary/erratum/1' ? content.text : '',
      digest: version.digest,
      circulatedAt: version.circulatedAt,
      by: names.get(version.circulatedBy)?.name ?? '',
      seal: sealEntry(erratum, chain),
    })
  }
  return entries
}
