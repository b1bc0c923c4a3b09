import type { Translate } from '#client/i18n'
import type { MethodName, Outcome, VotedKind } from '#shared/motion'

/** How a vote ended: a person is elected, and not adopted. [V12] */
export function outcomeWord(outcome: Outcome, t: Translate, method: MethodName = 'BALLOT'): string {
  const person = method === 'SECRET' ? personal(outcome) : null
  return person === null ? t(`motion.outcome.${outcome}`) : t(`method.outcome.${person}`)
}

interface Ended {
  readonly outcome: Outcome | null
  readonly method: MethodName
  readonly subject: { readonly kind: VotedKind }
  readonly election: {
    readonly elected: string | null
    readonly candidates: readonly { readonly personId: string; readonly name: string }[]
  } | null
}

/** What follows from it: only a section goes into the plan, and an amendment leaves its text to be voted on. [V4] */
export function outcomeNext({ outcome, method, subject, election }: Ended, t: Translate): string {
  const ended = outcome ?? 'OPEN'
  const person = method === 'SECRET' ? personal(ended) : null
  if (person === 'elected') {
    const elected = election?.candidates.find(({ personId }) => personId === election.elected)
    return t('method.next.elected', elected?.name ?? t('method.outcome.elected'))
  }
  if (person !== null) return t(`method.next.${person}`)
  if (ended === 'ADOPTED' && subject.kind === 'sectionVersion') return t('motion.nextOfSection')
  const isOfChange = subject.kind === 'amendment' && (ended === 'ADOPTED' || ended === 'NOT_ADOPTED')
  return isOfChange ? t(`motion.nextOfAmendment.${ended}`) : t(`motion.next.${ended}`)
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
