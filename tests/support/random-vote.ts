/**
 * Votes of every kind, drawn from one whole number: the same number gives the same vote on every machine.
 *
 * The log is one a server could have kept, with what reached it besides: ballots too late, on another text, of strangers,
 * of persons tied to another seat. Times advance by themselves, and the deadline is followed, so that a vote is closed when
 * it may be closed.
 */
import { asId, dayMs, hourMs, minuteMs, sha256Hex, type PersonId, type SeatId } from '#shared/core'
import {
  choicesBy,
  defaultRuleSet,
  majorities,
  methodNames,
  ngoPolicies,
  ruleSetDigest,
  subjectKinds,
  voidCauses,
  votingConstituencies,
  type ElectorateSeat,
  type Method,
  type MotionEvent,
  type RuleSet,
  type Snapshot,
} from '#shared/motion'

export interface RandomVote {
  readonly rules: RuleSet
  readonly snapshot: Snapshot
  readonly events: readonly MotionEvent[]
}

const text = sha256Hex('the text under vote')
const otherText = sha256Hex('another text')
const openedAt = Date.UTC(2026, 10, 23, 9)
const everywhere: PersonId = asId('everywhere')

/** Draws whole numbers: mulberry32, which is short and good enough to choose between cases. */
function makeDice(seed: number) {
  let state = seed | 0
  const upTo = (limit: number): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit)
  }
  const oneIn = (chances: number): boolean => upTo(chances) === 0
  const pick = <T>(from: readonly [T, ...T[]] | readonly T[]): T => from[upTo(from.length)] as T
  return { upTo, oneIn, pick }
}
type Dice = ReturnType<typeof makeDice>

export function drawVote(seed: number): RandomVote {
  const dice = makeDice(seed)
  const rules = drawRules(dice)
  const snapshot = drawSnapshot(dice, rules)
  return { rules, snapshot, events: drawLog(dice, rules, snapshot) }
}

function drawRules({ pick, oneIn, upTo }: Dice): RuleSet {
  const rules = defaultRuleSet(pick(['nwg', 'twg']))
  const [first] = majorities
  const drawn = Object.fromEntries(subjectKinds.map(kind => [kind, oneIn(2) ? first : pick(majorities)]))
  return {
    ...rules,
    ngoPolicy: oneIn(2) ? 'SUSPENSIVE' : pick(ngoPolicies),
    ngoMinimum: oneIn(4) ? upTo(3) : rules.ngoMinimum,
    majority: oneIn(3) ? rules.majority : { ...rules.majority, ...drawn },
    quorumMoreThan: oneIn(5) ? { numerator: upTo(4), denominator: 5 } : rules.quorumMoreThan,
    ngoQuorumAtLeast: oneIn(5) ? { numerator: upTo(4), denominator: 4 } : rules.ngoQuorumAtLeast,
  }
}

function drawSnapshot(dice: Dice, rules: RuleSet): Snapshot {
  const { pick, oneIn, upTo } = dice
  const electorate = drawElectorate(dice)
  const method = drawMethod(dice, electorate)
  const meeting = method?.name !== 'SILENCE' && oneIn(2)
  const oneAway = oneIn(3)
  const roll = electorate.filter(() => !oneAway || !oneIn(4)).map(({ seatId }) => seatId)
  return {
    motionId: asId('m1'),
    subjectKind: method?.name === 'SECRET' ? 'election' : pick(subjectKinds),
    subjectDigest: text,
    ruleSetDigest: ruleSetDigest(rules),
    electorate,
    round: oneIn(4) ? { number: 2, returnedAt: openedAt - 20 * dayMs, reconciledAt: null } : { number: 1 },
    call: oneIn(6) ? { number: 2, noticeAt: openedAt - 7 * dayMs } : { number: 1 },
    tiedAt: oneIn(5) ? openedAt - 2 * dayMs : null,
    openedAt,
    closesAt: openedAt + (meeting ? hourMs : 4 * dayMs),
    presidingCoordinatorId: oneIn(4) ? (electorate[upTo(electorate.length)]?.accredited[0]?.personId ?? null) : null,
    ...(method && { method }),
    ...(oneIn(6) && method?.name !== 'SILENCE' && { reconsiders: true }),
    ...(meeting ? { mode: 'meeting', roll } : { mode: 'correspondence', roll: null }),
  }
}

function drawElectorate({ upTo, pick, oneIn }: Dice): readonly ElectorateSeat[] {
  return Array.from({ length: 1 + upTo(oneIn(3) ? 14 : 7) }, (_, index) => {
    const name = `s${String(index + 1).padStart(2, '0')}`
    return {
      seatId: asId<SeatId>(name),
      constituency: oneIn(3) ? 'NGO' : pick(votingConstituencies),
      accredited: [
        { personId: asId(`${name}.head`), rank: 'head' },
        { personId: asId(`${name}.alternate`), rank: 'alternate' },
        { personId: everywhere, rank: 'alternate' },
      ],
    }
  })
}

function drawMethod({ oneIn, pick }: Dice, electorate: readonly ElectorateSeat[]): Method | null {
  const name = oneIn(2) ? 'BALLOT' : pick(methodNames)
  if (name === 'BALLOT') return null
  if (name === 'CONSENSUS') return { name }
  if (name === 'SILENCE') return { name, firstAdoption: false }
  const candidates = electorate.slice(0, 3).map(({ accredited: [first] }) => first?.personId ?? everywhere)
  return { name, candidates: [...candidates, asId<PersonId>('another')].slice(0, 3) }
}

type Entry = MotionEvent extends infer E ? (E extends MotionEvent ? Omit<E, 'seq'> : never) : never

function drawLog(dice: Dice, rules: RuleSet, snapshot: Snapshot): readonly MotionEvent[] {
  const { oneIn, upTo } = dice
  const log: Entry[] = []
  let now = openedAt
  let until = snapshot.closesAt
  let extensions = rules.extensions
  let paused = false
  const mood = dice.pick([1, 2, 3, 6])
  const chosen = makeChooser(dice, snapshot)

  const phase = (casts: number, mayPause = true) => {
    for (let left = casts; left > 0; left--) {
      if (now < until - 1) now += oneIn(20) ? until - 1 - now : upTo(Math.ceil((until - now) / (casts + 4)))
      if (oneIn(25)) now = Math.max(now, until - 1 + upTo(3))
      log.push(chosen(now, mood))
      if (mayPause && !paused && now < until - 1 && oneIn(30)) pause()
      if (mayPause && oneIn(25)) extend()
      if (oneIn(150)) log.push({ type: 'superseded', at: now, digest: oneIn(5) ? text : otherText })
      if (oneIn(400)) log.push(voided(now))
    }
  }
  const extend = () => {
    const later = now + upTo(2 * dayMs)
    log.push({ type: 'extended', at: now, closesAt: later })
    if (paused || extensions === 0 || now >= until || later <= until) return
    extensions--
    until = later
  }
  const pause = () => {
    log.push({ type: 'paused', at: now })
    const length = upTo(10 * minuteMs)
    if (oneIn(3)) log.push(chosen(now, mood))
    if (oneIn(8)) {
      paused = true // For good: nothing resumes it.
      return
    }
    log.push({ type: 'resumed', at: now + length })
    now += length
    until += length
  }
  const close = () => {
    now = Math.max(now, until) + (oneIn(3) ? upTo(hourMs) : 0)
    log.push({ type: 'closed', at: now, by: null })
  }

  if (snapshot.method?.name === 'SILENCE') log.push(...deliveries(dice, snapshot))
  if (!oneIn(4)) for (const seat of snapshot.electorate) if (!oneIn(7)) log.push(chosen(++now, mood, seat))
  phase(upTo(snapshot.electorate.length * 2 + 2))
  if (oneIn(30) || paused) return numbered(log)
  if (oneIn(3)) log.push({ type: 'closed', at: now, by: oneIn(5) ? null : asId('chair') })
  close()
  until = snapshot.method?.name === 'SILENCE' ? until + rules.silenceExtensionMs : now + rules.ngoHoldMs
  if (snapshot.method?.name === 'SECRET') {
    if (!oneIn(10)) log.push(counted(dice, snapshot, log, now))
  } else if (oneIn(2)) {
    phase(upTo(snapshot.electorate.length), false)
    if (!oneIn(4)) close()
  }
  if (oneIn(40)) log.push(voided(now))
  if (oneIn(20)) log.push(chosen(now, mood))
  return numbered(log)
}

function makeChooser({ pick, oneIn, upTo }: Dice, snapshot: Snapshot) {
  const method = snapshot.method?.name ?? 'BALLOT'
  const ngoMood = pick(['shy', 'opposed', 'as the others', 'as the others'] as const)
  return (receivedAt: number, mood: number, seat = pick(snapshot.electorate)): Entry => {
    const { personId, rank } = oneIn(2) ? pick(seat.accredited.slice(0, 1)) : pick(seat.accredited)
    const cast = {
      receivedAt,
      seatId: oneIn(60) ? asId<SeatId>('s99') : seat.seatId,
      personId: oneIn(40) ? asId<PersonId>('stranger') : personId,
      rank,
      digest: oneIn(30) ? otherText : text,
    }
    if (method === 'SECRET' && !oneIn(5)) return { type: 'secretCast', ...cast }
    const [usual] = choicesBy[method]
    // A silence lasts when few break it; a vote has its YES more often than anything else.
    const likely = method === 'SILENCE' ? pick(['RESERVE', 'STATEMENT', 'ABSTAIN'] as const) : usual
    const apart = method === 'BALLOT' && seat.constituency === 'NGO' && !oneIn(8)
    const isShy = apart && ngoMood === 'shy' && receivedAt < snapshot.closesAt
    const isOpposed = apart && ngoMood === 'opposed'
    const drawn = oneIn(mood)
      ? pick(choicesBy[method])
      : oneIn(80)
        ? pick(['YES', 'SUPPORT', 'OBJECT'] as const)
        : likely
    const choice = isOpposed ? 'NO' : isShy ? 'ABSTAIN' : drawn
    const reason = upTo(12) === 0 ? null : upTo(20) === 0 ? '  ' : 'As our organisation said in the meeting.'
    return { type: 'ballot', ...cast, choice, reason }
  }
}

function deliveries({ oneIn }: Dice, { electorate }: Snapshot): readonly Entry[] {
  const all = !oneIn(5)
  const opened = oneIn(2)
  return electorate.flatMap(({ seatId, accredited }): readonly Entry[] => {
    const personId = accredited[0]?.personId ?? everywhere
    const at = openedAt + 1
    const delivered: Entry = { type: 'delivered', at, seatId, personId }
    const read: Entry = { type: 'textOpened', at, seatId, personId }
    return [...(all || !oneIn(4) ? [delivered] : []), ...(opened && oneIn(2) ? [read] : [])]
  })
}

function counted(dice: Dice, snapshot: Snapshot, log: readonly Entry[], at: number): Entry {
  const candidates = snapshot.method?.name === 'SECRET' ? snapshot.method.candidates : []
  const papers = papersPutIn(snapshot, log).map(constituency => ({
    constituency,
    candidate: dice.oneIn(6) ? null : dice.oneIn(2) ? (candidates[0] ?? null) : dice.pick(candidates),
  }))
  if (dice.oneIn(20)) papers.pop()
  return { type: 'counted', at, papers }
}

/** One for each seat whose paper was in order: most logs have others too. */
function papersPutIn({ electorate, presidingCoordinatorId }: Snapshot, log: readonly Entry[]) {
  const acted = new Set<SeatId>()
  const tied = new Map<PersonId, SeatId>()
  return log.flatMap(entry => {
    if (entry.type !== 'secretCast' && entry.type !== 'ballot') return []
    const seat = electorate.find(({ seatId }) => seatId === entry.seatId)
    const isOwn = seat?.accredited.some(({ personId }) => personId === entry.personId) === true
    const isTied = (tied.get(entry.personId) ?? entry.seatId) !== entry.seatId
    if (!seat || !isOwn || isTied || acted.has(entry.seatId) || entry.digest !== text) return []
    if (entry.personId === presidingCoordinatorId || entry.receivedAt >= closesAtOf(log)) return []
    if (entry.type === 'ballot' && (entry.choice !== 'RECUSED' || !entry.reason?.trim())) return []
    acted.add(entry.seatId)
    tied.set(entry.personId, entry.seatId)
    return entry.type === 'ballot' ? [] : [seat.constituency]
  })
}

/** Roughly: a paper that came at the last moment may be in order and yet be left out here, which spoils the count. */
function closesAtOf(log: readonly Entry[]): number {
  const closed = log.find(({ type }) => type === 'closed')
  return closed?.type === 'closed' ? closed.at : Infinity
}

function voided(at: number): Entry {
  return { type: 'voided', at, cause: voidCauses[0], by: [asId('chair'), asId('secretary')] }
}

function numbered(log: readonly Entry[]): readonly MotionEvent[] {
  return log.map((entry, index) => ({ ...entry, seq: index + 1 }))
}
