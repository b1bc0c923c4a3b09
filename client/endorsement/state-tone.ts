import type { PlanVersionState } from '#shared/endorsement'
import type { StateTone } from '#client/ui'

/** A plan version's state in the colours that sections have for theirs. */
export const stateTone = {
  candidate: 'submitted',
  underVote: 'voting',
  returned: 'returned',
  rejected: 'rejected',
  adopted: 'adopted',
  noted: 'adopted',
  sentBack: 'returned',
  endorsed: 'adopted',
  published: 'adopted',
  superseded: 'waived',
} as const satisfies Record<PlanVersionState, StateTone>
