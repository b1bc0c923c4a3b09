import { canonicalJson, sha256Hex } from '#shared/core'
import { asId, type JointActId, type MotionId } from '#shared/core'
import { decide } from '#shared/motion'
import type { RecordAct, RecordEntry } from '#shared/record'
import { countEntries, type RecordCheck, type StoredText } from '#server/record'
import type { Queries } from '#server/db'
import { logText, parseEvent, parseSnapshot } from './motion.ts'
import { findVoteStatement, type VoteStatement } from './after/statement-store.ts'
import { refusedBallotText } from './casting/ballot-store.ts'
import { findStoredMotion, storedEventAt, storedEvents, type StoredEventRow } from './store.ts'
import { findJointAct } from './after/together-store.ts'

/** Acts that each vouch for one event of the log. */
const eventActs = [
  'ballot.cast',
  'motion.extended',
  'motion.paused',
  'motion.resumed',
  'motion.superseded',
  'motion.counted',
  'motion.delivered',
  'motion.textOpened',
] as const satisfies readonly RecordAct[]

/**
 * What the record vouches for in votes: what was frozen at opening, every event by itself, the log as a whole, and the
 * decision, which is made again from them. [L1, V1]
 */
export const motionChecks: readonly RecordCheck[] = [
  { act: 'motion.opened', fact: 'snapshotDigest', load: loadOpening },
  ...eventActs.map(eventCheck),
  { act: 'ballot.refused', fact: 'eventDigest', load: loadRefused },
  { act: 'motion.held', fact: 'eventsDigest', load: loadLog },
  { act: 'motion.closed', fact: 'eventsDigest', load: loadDecidedLog },
  { act: 'motion.voided', fact: 'eventsDigest', load: loadDecidedLog },
  { act: 'motion.jointActAsked', fact: 'textDigest', load: loadJointAct },
  { act: 'motion.statementFiled', fact: 'textDigest', load: loadStatement },
]

function eventCheck(act: RecordAct): RecordCheck {
  return {
    act,
    fact: 'eventDigest',
    async load(queries, entry) {
      const { seq, eventDigest } = entry.facts
      if (entry.subject === null || typeof seq !== 'number') return null
      const stored = await storedEventAt(queries, asId<MotionId>(entry.subject), seq)
      if (!stored) return null
      // Read only where it is what was recorded: what was altered may not even be readable.
      const whole = sha256Hex(stored.event) !== eventDigest || columnsAgree(stored)
      return { text: whole ? stored.event : canonicalJson(stored), digest: null }
    },
  }
}

/** The columns beside an event's text are no part of its digest, so they are compared. */
function columnsAgree({ event: text, type, at, seatId, personId }: StoredEventRow): boolean {
  const event = parseEvent(text)
  const cast = 'seatId' in event ? event : { seatId: null, personId: null }
  const when = 'receivedAt' in event ? event.receivedAt : event.at
  return event.type === type && when === at && cast.seatId === seatId && cast.personId === personId
}

async function loadOpening(queries: Queries, entry: RecordEntry): Promise<StoredText | null> {
  const motion = entry.subject === null ? null : await findStoredMotion(queries, asId<MotionId>(entry.subject))
  if (!motion) return null
  // One act vouches for two texts; the one that does not hold is the one that is shown.
  if (sha256Hex(motion.roster) !== entry.facts['rosterDigest']) return { text: motion.roster, digest: null }
  return { text: motion.snapshot, digest: motion.snapshotDigest }
}

async function loadRefused(queries: Queries, entry: RecordEntry): Promise<StoredText | null> {
  const { evidence } = entry.facts
  const text = typeof evidence === 'string' ? await refusedBallotText(queries, evidence) : null
  return text === null ? null : { text, digest: null }
}

async function loadLog(queries: Queries, entry: RecordEntry): Promise<StoredText | null> {
  const log = await logAt(queries, entry)
  return log && { text: textOf(log), digest: null }
}

async function loadDecidedLog(queries: Queries, entry: RecordEntry): Promise<StoredText | null> {
  const log = await logAt(queries, entry)
  const motion = entry.subject === null ? null : await findStoredMotion(queries, asId<MotionId>(entry.subject))
  if (!log || !motion) return null
  const whole = { text: textOf(log), digest: null }
  // An altered event is told as such, before its decision is looked at: it may not even be readable.
  if (sha256Hex(whole.text) !== entry.facts['eventsDigest']) return whole
  const all = await storedEvents(queries, asId<MotionId>(motion.id))
  if (!log.every(columnsAgree)) return { text: canonicalJson(log), digest: null }
  const later = all.slice(log.length)
  // Decided, and voided later: what is stored then is the decision of the whole log.
  if (later.some(({ type }) => type !== 'voided') || !(await areRecorded(queries, motion.id, all))) {
    return { text: canonicalJson(all), digest: null }
  }
  const { rules, snapshot } = parseSnapshot(motion.snapshot)
  const decided = canonicalJson(
    decide(
      rules,
      snapshot,
      all.map(({ event }) => parseEvent(event)),
    ),
  )
  return decided === motion.decision ? whole : { text: motion.decision ?? '', digest: null }
}

/** Every event but the close itself has an entry of its own: none was slipped in before the vote was decided. */
async function areRecorded(queries: Queries, id: string, log: readonly StoredEventRow[]): Promise<boolean> {
  const own = log.filter(({ type }) => type !== 'closed')
  return own.length === (await countEntries(queries, id, [...eventActs, 'motion.voided']))
}

async function loadJointAct(queries: Queries, { facts }: RecordEntry): Promise<StoredText | null> {
  const { jointAct } = facts
  const found = typeof jointAct === 'string' ? await findJointAct(queries, asId<JointActId>(jointAct)) : null
  return found && { text: found.text, digest: null }
}

async function loadStatement(queries: Queries, entry: RecordEntry): Promise<StoredText | null> {
  const { statement } = entry.facts
  const stored = typeof statement === 'string' ? await findVoteStatement(queries, statement) : null
  if (!stored) return null
  return { text: isAsFiled(stored, entry) ? stored.text : canonicalJson({ ...stored }), digest: null }
}

/** What stands beside the words decides which of them stand, and is no part of their digest. [V13] */
function isAsFiled(stored: VoteStatement, { subject, seat, actor, at, facts }: RecordEntry): boolean {
  return (
    stored.motionId === subject &&
    stored.seatId === seat &&
    stored.personId === actor &&
    stored.at === at &&
    stored.kind === facts['kind'] &&
    stored.number === facts['number'] &&
    stored.rank === (facts['rank'] ?? 'head')
  )
}

/** The log as far as it went when the entry was written. */
async function logAt(queries: Queries, { subject, facts }: RecordEntry): Promise<readonly StoredEventRow[] | null> {
  const { events } = facts
  if (subject === null || typeof events !== 'number') return null
  return (await storedEvents(queries, asId<MotionId>(subject))).slice(0, events)
}

function textOf(log: readonly StoredEventRow[]): string {
  return logText(log.map(({ event }) => event))
}
