import { assertNever } from '#shared/core'
import type { Format, Translate } from '#client/i18n'
import type { OpeningProblem, TraceStep } from '#shared/motion'
import type { ApiProblem } from '../api/call.ts'
import { sentenceFor } from '../api/sentence.ts'

/** What a rule of the decision says, with its numbers: one sentence for each step. */
export function traceSentence(step: TraceStep, t: Translate, format: Format): string {
  switch (step.step) {
    case 'electorate': {
      const { seats, state, ngo, partner } = step.facts
      return t('motion.trace.electorate', seats, state, ngo, partner)
    }
    case 'composition':
      return t('motion.trace.composition', step.facts.ngoSeats, step.facts.required)
    case 'quorum-at-opening': {
      const { present, seats, needed, ngoPresent, ngoSeats, ngoNeeded } = step.facts
      return t('motion.trace.quorumAtOpening', present, seats, needed, ngoPresent, ngoSeats, ngoNeeded)
    }
    case 'quorum-at-closing': {
      const { present, seats, needed, ngoPresent, ngoSeats, ngoNeeded } = step.facts
      return t('motion.trace.quorumAtClosing', present, seats, needed, ngoPresent, ngoSeats, ngoNeeded)
    }
    case 'ballots': {
      const { cast, seats, recused, setAside } = step.facts
      return t('motion.trace.ballots', cast, seats, recused, setAside)
    }
    case 'text':
      return step.facts.otherVersionAdopted
        ? t('motion.trace.textStale')
        : t('motion.trace.text', step.facts.otherDigest)
    case 'time': {
      const { closesAt, closedAt, late } = step.facts
      if (closedAt === null) return t('motion.trace.timeOpen', format.dateTime(closesAt))
      return t('motion.trace.time', format.dateTime(closedAt), late)
    }
    case 'one-yes':
      return t('motion.trace.oneYes', step.facts.yes)
    case 'majority':
      return majoritySentence(step.facts, t)
    case 'tie':
      return t('motion.trace.tie', step.facts.yes, step.facts.second)
    case 'concurrence': {
      const { ngoYes, ngoNo, ngoSeats, position } = step.facts
      return t('motion.trace.concurrence', ngoYes, ngoNo, ngoSeats, t(`motion.position.${position}`))
    }
    case 'ngo-hold': {
      const { closesAt, ngoYes, ngoNo, position } = step.facts
      const until = format.dateTime(closesAt)
      if (!step.ok) return t('motion.trace.holdRunning', until)
      return t('motion.trace.hold', until, ngoYes, ngoNo, t(`motion.position.${position}`))
    }
    case 'consensus': {
      const { support, standAside, block } = step.facts
      return t('motion.trace.consensus', support, standAside, block)
    }
    case 'silence':
      if (step.facts.brokenBy === null) return t('motion.trace.silence')
      return t(step.facts.brokenBy === 'amendment' ? 'motion.trace.silenceAmended' : 'motion.trace.silenceObjected')
    case 'delivery':
      return t('motion.trace.delivery', step.facts.delivered, step.facts.seats)
    case 'ngo-opened':
      return t('motion.trace.ngoOpened', step.facts.opened, step.facts.ngoSeats, step.facts.extended)
    case 'secret-count':
      return t('motion.trace.secretCount', step.facts.most, step.facts.others, step.facts.blank)
    case 'reconsideration':
      return t('motion.trace.reconsideration', majoritySentence(step.facts, t))
    case 'voided':
      return t('motion.trace.voided', format.dateTime(step.facts.at), t(`motion.voidCause.${step.facts.cause}`))
    case 'over-objection': {
      const { yes, eligible, left, right } = step.facts
      return t('motion.trace.overObjection', yes, eligible, left, right)
    }
    default:
      return assertNever(step)
  }
}

function majoritySentence(facts: Extract<TraceStep, { step: 'majority' }>['facts'], t: Translate): string {
  const { majority, yes, no, eligible, left, right } = facts
  switch (majority) {
    case 'SIMPLE':
      return t('motion.trace.majoritySimple', yes, no)
    case 'TWO_THIRDS':
      return t('motion.trace.majorityTwoThirds', yes, no, left, right)
    case 'ABSOLUTE':
      return t('motion.trace.majorityAbsolute', yes, eligible, left)
    case 'TWO_THIRDS_ALL':
      return t('motion.trace.majorityTwoThirdsAll', yes, eligible, left, right)
    default:
      return assertNever(majority)
  }
}

/** What became of an act on a vote, and what the reader can do. */
export function motionProblem(problem: ApiProblem | OpeningProblem, t: Translate, format: Format): string {
  switch (problem.type) {
    case 'composition-blocked':
      return t('motion.problem.composition-blocked', problem.ngoSeats, problem.required)
    case 'inquorate-at-opening': {
      const { present, needed, ngoPresent, ngoNeeded } = problem
      return t('motion.problem.inquorate-at-opening', present, needed, ngoPresent, ngoNeeded)
    }
    case 'closes-too-late':
      return t('motion.problem.closes-too-late', format.dateTime(problem.latest))
    case 'second-call-too-soon':
    case 'tie-too-recent':
    case 'reconciliation-open':
      return t(`motion.problem.${problem.type}`, format.dateTime(problem.opensFrom))
    case 'ballot-late':
    case 'deadline-not-later':
    case 'hold-still-running':
      return t(`motion.problem.${problem.type}`, format.dateTime(problem.closesAt))
    case 'silence-too-short':
      return t('motion.problem.silence-too-short', format.dateTime(problem.earliest))
    case 'seats-still-to-cast':
      return t('motion.problem.seats-still-to-cast', problem.cast, problem.seats)
    case 'rule-set-not-in-force':
    case 'closes-before-it-opens':
    case 'subject-already-under-vote':
    case 'subject-not-votable':
    case 'subject-altered':
    case 'not-accredited-for-seat':
    case 'presiding-casts-none':
    case 'person-tied-to-another-seat':
    case 'recusal-without-reason':
    case 'ballot-digest-mismatch':
    case 'held-for-ngo-seats':
    case 'motion-not-open':
    case 'deadline-passed':
    case 'deadline-already-extended':
    case 'motion-not-paused':
    case 'silence-not-allowed':
    case 'silence-in-meeting':
    case 'method-of-another-subject':
    case 'block-without-reason':
    case 'amendment-without-words':
    case 'statement-without-words':
    case 'choice-not-offered':
    case 'secret-ballot-final':
    case 'access-suspended':
    case 'motion-already-voided':
    case 'needs-two-persons':
    case 'count-differs':
    case 'not-permitted':
    case 'not-found':
    case 'unreachable':
      return t(`motion.problem.${problem.type}`)
    case 'amendments-in-order':
    case 'amendments-open':
      return sentenceFor(t, problem)
    default:
      return t('motion.problem.other')
  }
}

/** What is left of a time, by its two largest units: `2 d 4 h`, `12 min`, `0:42`. Never negative. */
export function timeLeft(ms: number, t: Translate): string {
  const seconds = Math.max(0, Math.ceil(ms / 1_000))
  const [days, hours, minutes] = [
    Math.floor(seconds / 86_400),
    Math.floor(seconds / 3_600) % 24,
    Math.floor(seconds / 60) % 60,
  ]
  if (days > 0) return t('motion.daysLeft', days, hours)
  if (hours > 0) return `${hours} h ${minutes} min`
  return `${minutes}:${String(seconds % 60).padStart(2, '0')}`
}
