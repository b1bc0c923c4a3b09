import Check from 'lucide-solid/icons/check'
import CircleDot from 'lucide-solid/icons/circle-dot'
import CircleSlash from 'lucide-solid/icons/circle-slash'
import Minus from 'lucide-solid/icons/minus'
import X from 'lucide-solid/icons/x'
import type { LucideIcon } from 'lucide-solid'
import type { Choice, Outcome, VotingConstituency } from '#shared/motion'
import type { StateTone, Tone } from '#client/ui'

/** How a choice looks; its word always stands beside it. */
export const choiceLook = {
  YES: { tone: 'success', icon: Check },
  NO: { tone: 'alarm', icon: X },
  ABSTAIN: { tone: 'neutral', icon: Minus },
  PRESENT_NOT_VOTING: { tone: 'observer', icon: CircleDot },
  RECUSED: { tone: 'notice', icon: CircleSlash },
} as const satisfies Record<Choice, { readonly tone: Tone; readonly icon: LucideIcon }>

export const constituencyTone = {
  STATE: 'state',
  NGO: 'ngo',
  PARTNER: 'partner',
} as const satisfies Record<VotingConstituency, Tone>

/** An outcome in the colours of what it does to the text. */
export const outcomeTone = {
  OPEN: 'voting',
  HELD_NGO_SILENT: 'voting',
  ADOPTED: 'adopted',
  ADOPTED_NGO_SILENT: 'adopted',
  ADOPTED_OVER_NGO_OBJECTION: 'adopted',
  RETURNED: 'returned',
  TIE: 'returned',
  NO_QUORUM: 'returned',
  NO_QUORUM_OPEN: 'returned',
  BLOCKED_COMPOSITION: 'rejected',
  STALE_BASE: 'waived',
  NOT_ADOPTED: 'rejected',
} as const satisfies Record<Outcome, StateTone>
