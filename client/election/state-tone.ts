import type { StateTone } from '#client/ui'
import type { ElectionState } from '#shared/election'

export const electionTone = {
  listing: 'working',
  closed: 'submitted',
  underVote: 'voting',
  elected: 'adopted',
  withdrawn: 'waived',
} as const satisfies Record<ElectionState, StateTone>
