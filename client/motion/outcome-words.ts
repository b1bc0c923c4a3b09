import type { Translate } from '#client/i18n'
import type { MethodName, Outcome } from '#shared/motion'

/** How a vote ended: a person is elected, and not adopted. [V12] */
export function outcomeWord(outcome: Outcome, t: Translate, method: MethodName = 'BALLOT'): string {
  const person = method === 'SECRET' ? personal(outcome) : null
  return person === null ? t(`motion.outcome.${outcome}`) : t(`method.outcome.${person}`)
}

/** What follows from it. */
export function outcomeNext(outcome: Outcome, t: Translate, method: MethodName = 'BALLOT'): string {
  const person = method === 'SECRET' ? personal(outcome) : null
  return person === null ? t(`motion.next.${outcome}`) : t(`method.next.${person}`)
}

function personal(outcome: Outcome): 'elected' | 'nobody' | 'tie' | null {
  switch (outcome) {
    case 'ADOPTED':
      return 'elected'
    case 'NOT_ADOPTED':
      return 'nobody'
    case 'TIE':
      return 'tie'
    default:
      return null
  }
}
