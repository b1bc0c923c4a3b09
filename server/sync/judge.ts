/**
 * What is to become of an update that has arrived: the rules of the sync plane, in the order in which they are asked.
 *
 * Whatever costs work is known before the work is done, and nothing has been changed when the answer is given.
 */
import { closeCodes, type CloseCode } from '#shared/wire'
import type { PersonId } from '#shared/core'
import * as Y from 'yjs'
import { writeRefusal } from './admission.ts'
import type { Authors } from './authors.ts'
import type { Received } from './batch.ts'
import { Estimate } from './cost.ts'
import { agrees } from './equivocation.ts'
import type { PresenceList } from './presence.ts'
import { addsTo, fit, holds, isOneStruct } from './text-update.ts'
import type { Vocabulary } from './vocabulary.ts'

export type Verdict =
  | { readonly kind: 'new' }
  /** All of it is there already: acknowledged, not stored. */
  | { readonly kind: 'nothingNew' }
  /** Builds on text that the sender has and the server does not yet. */
  | { readonly kind: 'gap'; readonly client: number }
  | { readonly kind: 'refused'; readonly code: CloseCode; readonly reason: string }

/** The text as it will be when all that was taken before is stored, and what is known of it. */
export interface Ground {
  readonly head: Y.Doc
  readonly authors: Authors
  readonly presence: PresenceList
  readonly vocabulary: Vocabulary
  /** A part of it could not be read: it stands still. */
  readonly isDamaged: boolean
  /** Whether an update of so many bytes keeps it below its limit. */
  hasRoomFor(bytes: number): boolean
}

/** Client numbers of one person in one text: each page that was written on brings one, and every commit costs by them all. */
const numbersPerPerson = 5_000

export function judge(ground: Ground, { connection, update }: Received): Verdict {
  const { head } = ground
  if (!agrees(head, update)) return malformed('equivocation')
  if (holds(head, update, !connection.mayWrite)) return { kind: 'nothingNew' }
  if (!connection.mayWrite) return refused(writeRefusal(connection.right), 'reader wrote')
  if (ground.isDamaged) return refused(closeCodes.frozen, 'damaged text')
  const { personId } = connection.identity
  for (const client of addsTo(head, update)) {
    const isNew = ground.authors.ownerOf(client) === undefined
    if (isNew && ground.authors.countOf(personId) >= numbersPerPerson) return malformed('too many numbers')
    if (isAnothers(ground, client, personId)) return malformed('text under another’s number')
  }
  const estimate = new Estimate(head, isOneStruct(update))
  const outcome = fit(
    update,
    client => Y.getState(head.store, client),
    struct => estimate.take(struct),
  )
  if (outcome === 'circle') return malformed('circular text')
  if (outcome !== 'fits') return { kind: 'gap', client: outcome.missing }
  if (!ground.hasRoomFor(update.bytes.length)) return refused(closeCodes.tooLarge, 'text too large')
  estimate.takeDeletions(update)
  if (estimate.isCrossed) return malformed('neighbours the wrong way round')
  if (estimate.isTooDeep) return malformed('text too deep')
  if (estimate.isTooCostly) return malformed('text too costly')
  if (!ground.vocabulary.hasRoomFor(update)) return malformed('too many names')
  return { kind: 'new' }
}

/** Also a number that somebody is here with and has not written with yet: they are about to. [A5] */
function isAnothers({ authors, presence }: Ground, client: number, personId: PersonId): boolean {
  const owner = authors.ownerOf(client)
  const holder = owner === undefined ? presence.ownerOf(client) : owner
  return holder !== undefined && holder !== personId
}

function malformed(reason: string): Verdict {
  return refused(closeCodes.malformed, reason)
}

function refused(code: CloseCode, reason: string): Verdict {
  return { kind: 'refused', code, reason }
}
