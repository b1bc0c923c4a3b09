import type { DecisionView } from '../api/decision.ts'

/** Where the text that was decided is read; minutes are read with the vote on them. */
export function textHref({ subject, motionId }: Pick<DecisionView, 'subject' | 'motionId'>): string {
  switch (subject.kind) {
    case 'sectionVersion':
      return `/versions/${subject.id}`
    case 'planVersion':
      return `/plan-versions/${subject.id}`
    case 'minutesVersion':
      return `/motions/${motionId}`
  }
}
