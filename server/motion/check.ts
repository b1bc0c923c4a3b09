import { canonicalJson, sha256Hex } from '#shared/core'
import { asId, type MotionId } from '#shared/core'
import { decide } from '#shared/motion'
import type { RecordAct, RecordEntry } from '#shared/record'
import type { RecordCheck, StoredText } from '#server/record'
import type { Queries } from '#server/db'
import { logText, parseEvent, parseSnapshot } from './motion.ts'
import { eventTextAt, findStoredMotion, loadLogs, refusedBallotText } from './store.ts'

/**
 * What the record vouches for in votes: what was frozen at opening, every event by itself, the log as a whole, and the
 * decision, which is made again from them. [L1, V1]
 */
export const motionChecks: readonly RecordCheck[] = [
  { act: 'motion.opened', fact: 'snapshotDigest', load: loadOpening },
  eventCheck('ballot.cast'),
  eventCheck('motion.extended'),
  eventCheck('motion.superseded'),
  eventCheck('motion.counted'),
  eventCheck('motion.delivered'),
  eventCheck('motion.textOpened'),
  { act: 'ballot.refused', fact: 'eventDigest', load: loadRefused },
  { act: 'motion.held', fact: 'eventsDigest', load: loadLog },
  { act: 'motion.closed', fact: 'eventsDigest', load: loadDecidedLog },
]

function eventCheck(act: RecordAct): RecordCheck {
  return {
    act,
    fact: 'eventDigest',
    async load(queries, entry) {
      const { seq } = entry.facts
      if (entry.subject === null || typeof seq !== 'number') return null
      const text = await eventTextAt(queries, asId<MotionId>(entry.subject), seq)
      return text === null ? null : { text, digest: null }
    },
  }
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
  const texts = await logAt(queries, entry)
  return texts && { text: logText(texts), digest: null }
}

async function loadDecidedLog(queries: Queries, entry: RecordEntry): Promise<StoredText | null> {
  const texts = await logAt(queries, entry)
  const motion = entry.subject === null ? null : await findStoredMotion(queries, asId<MotionId>(entry.subject))
  if (!texts || !motion) return null
  const log = { text: logText(texts), digest: null }
  // An altered event is told as such, before its decision is looked at: it may not even be readable.
  if (sha256Hex(log.text) !== entry.facts['eventsDigest']) return log
  const { rules, snapshot } = parseSnapshot(motion.snapshot)
  const decided = canonicalJson(decide(rules, snapshot, texts.map(parseEvent)))
  return decided === motion.decision ? log : { text: motion.decision ?? '', digest: null }
}

/** The log as far as it went when the entry was written. */
async function logAt(queries: Queries, { subject, facts }: RecordEntry): Promise<readonly string[] | null> {
  const { events } = facts
  if (subject === null || typeof events !== 'number') return null
  const id = asId<MotionId>(subject)
  const log = (await loadLogs(queries, [id])).get(id) ?? []
  return log.slice(0, events).map(({ text }) => text)
}
