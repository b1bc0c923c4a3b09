import {
  canonicalJson,
  sha256Hex,
  type AgendaItemId,
  type Digest,
  type GroupId,
  type Instant,
  type MeetingId,
  type MotionId,
  type PersonId,
} from '#shared/core'
import {
  replay,
  type Decision,
  type GivenName,
  type MotionEvent,
  type MotionState,
  type OpenedMotion,
  type RuleSet,
  type Snapshot,
} from '#shared/motion'
import type { VotingSeat } from '#server/group'
import { remembered } from './remembered.ts'
import type { MotionSubjectKind } from './subject.ts'

/** Where a motion stands in storage; `returned` and `decided` have an outcome that they keep. */
export type StoredState = 'open' | 'held' | 'returned' | 'decided'

/** A seat of the electorate by its names at opening: what a ballot list shows for ever, whoever sits there later. */
export type RosterSeat = VotingSeat

/** A motion as stored, without its log. */
export interface Motion {
  readonly id: MotionId
  readonly groupId: GroupId
  readonly subjectKind: MotionSubjectKind
  readonly subjectId: string
  readonly baseId: string
  readonly digest: Digest
  readonly title: string
  /** What the workspace called the text at opening; none where people gave it its title. */
  readonly name: GivenName | null
  readonly state: StoredState
  readonly rules: RuleSet
  readonly snapshot: Snapshot
  readonly snapshotDigest: Digest
  /** The seats of E in the group's order. */
  readonly roster: readonly RosterSeat[]
  readonly openedBy: PersonId
  readonly openedAt: Instant
  readonly closesAt: Instant
  readonly dueAt: Instant | null
  readonly decidedAt: Instant | null
  readonly decision: Decision | null
  /** Where in a meeting it was opened; none by correspondence, and for a vote without a meeting on file. */
  readonly meeting: MeetingPlace | null
  /** Year and number within the group, of a vote that decided its text. [M6] */
  readonly numbered: DecisionNumber | null
  /** Of a returned text, when reconciliation was recorded before its time was over. [V9] */
  readonly reconciledAt: Instant | null
  readonly certifiedAt: Instant | null
  readonly publishedAt: Instant | null
}

export interface MeetingPlace {
  readonly meetingId: MeetingId
  readonly itemId: AgendaItemId
}

export interface DecisionNumber {
  /** Of the decision's time, in UTC. */
  readonly year: number
  /** From 1 within group and year, without gaps. */
  readonly number: number
}

/** A motion and its log: what the rules work on. */
export type MotionWithLog = Motion & Pick<OpenedMotion, 'events'>

/** One event as stored: its text, which the record knows by digest. */
export interface StoredEvent {
  readonly text: string
  readonly event: MotionEvent
}

export type NewMotion = Omit<
  Motion,
  'snapshotDigest' | 'decidedAt' | 'decision' | 'state' | 'numbered' | 'reconciledAt' | 'certifiedAt' | 'publishedAt'
>

/** Canonical text of what was frozen at opening; its digest stands in the record. [V1] */
export function snapshotText({ rules, snapshot }: Pick<Motion, 'rules' | 'snapshot'>): string {
  return canonicalJson({ rules, snapshot })
}

export function rosterText(roster: readonly RosterSeat[]): string {
  return canonicalJson(
    roster.map(seat => ({ ...seat, representatives: seat.representatives.map(one => ({ ...one })) })),
  )
}

/** What is kept of a ballot by somebody who may not cast it: not what they chose. */
export type RefusedAttempt = {
  readonly type: 'refused'
  readonly seatId: string
  readonly personId: PersonId
  readonly digest: Digest
  readonly receivedAt: Instant
}

/** @param nonce 128 random bits: a hidden ballot cannot be found by trying the five choices against its digest */
export function eventText(event: MotionEvent | RefusedAttempt, nonce: string): string {
  return canonicalJson({ event, nonce })
}

/** Canonical text of a whole log: the digests of its events, which the record has one by one. */
export function logText(texts: readonly string[]): string {
  return canonicalJson(texts.map(text => sha256Hex(text)))
}

export function logDigest(texts: readonly string[]): Digest {
  return sha256Hex(logText(texts))
}

/** As many as are likely to run at once. */
const votesRemembered = 16

/** The one parser of stored snapshots; only `openMotion` writes them. */
export const parseSnapshot = remembered(
  text => JSON.parse(text) as { readonly rules: RuleSet; readonly snapshot: Snapshot },
  votesRemembered,
)

/** The one parser of stored rosters. */
export const parseRoster = remembered(text => JSON.parse(text) as readonly RosterSeat[], votesRemembered)

/** The one parser of stored events. */
export function parseEvent(text: string): MotionEvent {
  const { event } = JSON.parse(text) as { event: MotionEvent }
  return event
}

/** The one parser of stored decisions; only the closing of a vote writes them. */
export function parseDecision(text: string): Decision {
  return JSON.parse(text) as Decision
}

export function parseState(text: string): StoredState {
  return text as StoredState
}

export function parseSubjectKind(text: string): MotionSubjectKind {
  const kinds = ['planVersion', 'minutesVersion', 'termsVersion', 'election', 'amendment'] as const
  return kinds.find(kind => kind === text) ?? 'sectionVersion'
}

export function isOver(motion: Pick<Motion, 'state'>): boolean {
  return motion.state === 'returned' || motion.state === 'decided'
}

/** Where a vote stands in the table of moves. */
export function motionStateOf(motion: MotionWithLog): MotionState {
  if (motion.decision?.outcome === 'VOIDED') return 'voided'
  if (motion.publishedAt !== null) return 'published'
  if (motion.certifiedAt !== null) return 'certified'
  if (motion.state !== 'open') return motion.state
  const { phase } = replay(motion.rules, motion.snapshot, motion.events)
  return phase.name === 'paused' ? 'paused' : 'open'
}
