/** Where minutes stand and what comes next, in words for the person who reads them. */
import type { StateTone, Tone } from '#client/ui'
import type { Translate } from '#client/i18n'
import type { MinutesState } from '#shared/minutes'
import type { MinutesAnswer } from '../api/minutes.ts'

export const stateTone = {
  live: 'working',
  circulated: 'submitted',
  corrections: 'returned',
  beforeBody: 'voting',
  approved: 'adopted',
  sealed: 'adopted',
} as const satisfies Record<MinutesState, StateTone>

/** The course that all minutes take, told in four steps; corrections go back one step. */
export const course = ['live', 'circulated', 'beforeBody', 'sealed'] as const satisfies readonly MinutesState[]

/** @returns how many steps of the course are behind */
export function stepsDone(state: MinutesState | null): number {
  switch (state) {
    case null:
    case 'live':
      return 0
    case 'circulated':
    case 'corrections':
      return 1
    case 'beforeBody':
    case 'approved':
      return 2
    case 'sealed':
      return 4
  }
}

interface Corrections {
  readonly proposed: number
  /** Neither accepted nor refused. */
  readonly undecided: number
  /** Accepted in the version circulated last, and so not written in before the next. */
  readonly toWrite: number
}

export function correctionsOf({ corrections, version }: Pick<MinutesAnswer, 'corrections' | 'version'>): Corrections {
  const current = corrections.filter(correction => correction.version === version?.number)
  return {
    proposed: current.length,
    undecided: current.filter(({ state }) => state === 'proposed').length,
    toWrite: current.filter(({ state }) => state === 'accepted').length,
  }
}

type Facts = Pick<
  MinutesAnswer,
  | 'state'
  | 'serverNow'
  | 'circulateUntil'
  | 'version'
  | 'corrections'
  | 'correctionSeats'
  | 'mayDispose'
  | 'mayCirculate'
  | 'mayWrite'
  | 'seal'
  | 'group'
>

export interface Standing {
  readonly tone: Tone
  /** What happened. */
  readonly now: string
  /** What comes next, and from whom. */
  readonly next: readonly string[]
}

/** @param when tells an instant as the meeting's clock does */
export function standingOf(minutes: Facts, t: Translate, when: (instant: number) => string): Standing {
  const { state, version, group } = minutes
  switch (state) {
    case null:
      return { tone: 'neutral', now: t('minutes.standing.notBegun'), next: [] }
    case 'live':
      return liveStanding(minutes, t, when)
    case 'circulated':
      return circulatedStanding(minutes, t, when)
    case 'corrections':
      return {
        tone: 'notice',
        now: t('minutes.standing.corrections', version?.number ?? 0),
        next: [
          t('minutes.standing.toWrite', correctionsOf(minutes).toWrite),
          t(minutes.mayCirculate ? 'minutes.standing.circulateAgain' : 'minutes.standing.circulatedAgain'),
        ],
      }
    case 'beforeBody':
      return {
        tone: 'info',
        now: t('minutes.standing.beforeBody', version?.number ?? 0, group.name),
        next: [t('minutes.standing.decides')],
      }
    case 'approved':
    case 'sealed':
      return {
        tone: 'success',
        now:
          minutes.seal === null
            ? t('minutes.standing.approved')
            : t('minutes.standing.sealed', minutes.seal.number, group.name, when(minutes.seal.sealedAt)),
        next: [t('minutes.standing.forGood')],
      }
  }
}

function liveStanding(minutes: Facts, t: Translate, when: (instant: number) => string): Standing {
  const { circulateUntil, serverNow, mayCirculate } = minutes
  if (circulateUntil === null) {
    return {
      tone: 'neutral',
      now: t('minutes.standing.live'),
      next: [t(minutes.mayWrite ? 'minutes.standing.youWrite' : 'minutes.standing.youFollow')],
    }
  }
  const isLate = serverNow > circulateUntil
  return {
    tone: isLate ? 'alarm' : 'neutral',
    now: t(isLate ? 'minutes.standing.overdue' : 'minutes.standing.due', when(circulateUntil)),
    next: [t(mayCirculate ? 'minutes.standing.circulate' : 'minutes.standing.willCirculate')],
  }
}

function circulatedStanding(minutes: Facts, t: Translate, when: (instant: number) => string): Standing {
  const { version, serverNow, group, mayDispose } = minutes
  const { proposed, undecided, toWrite } = correctionsOf(minutes)
  const isOpen = version !== null && serverNow <= version.correctionsUntil
  const counts = t('minutes.standing.counts', proposed, undecided)
  const next = [
    ...(isOpen && minutes.correctionSeats.length > 0 ? [t('minutes.standing.propose')] : []),
    ...(mayDispose && undecided > 0 ? [t('minutes.standing.dispose')] : []),
    ...(mayDispose && undecided === 0 && toWrite > 0 ? [t('minutes.standing.takeUp')] : []),
    ...(undecided === 0 && toWrite === 0 ? [t('minutes.standing.nextMeeting', group.name)] : []),
  ]
  if (version === null) return { tone: 'info', now: counts, next }
  const key = isOpen ? 'minutes.standing.circulated' : 'minutes.standing.closed'
  const until = when(version.correctionsUntil)
  return {
    tone: undecided > 0 && mayDispose ? 'notice' : 'info',
    now: t(key, version.number, when(version.circulatedAt), until),
    next: [counts, ...next],
  }
}
