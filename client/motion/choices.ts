import Check from 'lucide-solid/icons/check'
import CircleDot from 'lucide-solid/icons/circle-dot'
import CircleSlash from 'lucide-solid/icons/circle-slash'
import MessageSquare from 'lucide-solid/icons/message-square'
import Minus from 'lucide-solid/icons/minus'
import OctagonX from 'lucide-solid/icons/octagon-x'
import PenLine from 'lucide-solid/icons/pen-line'
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
  SUPPORT: { tone: 'success', icon: Check },
  STAND_ASIDE: { tone: 'neutral', icon: Minus },
  BLOCK: { tone: 'alarm', icon: OctagonX },
  OBJECT: { tone: 'alarm', icon: X },
  AMEND: { tone: 'notice', icon: PenLine },
  RESERVE: { tone: 'neutral', icon: Minus },
  STATEMENT: { tone: 'neutral', icon: MessageSquare },
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
  ADOPTED_BY_SILENCE: 'adopted',
  NO_CONSENSUS: 'returned',
  BROKEN: 'returned',
  VOID_NOTICE: 'returned',
  TERMINATED: 'returned',
  VOIDED: 'waived',
  RETURNED: 'returned',
  TIE: 'returned',
  NO_QUORUM: 'returned',
  NO_QUORUM_OPEN: 'returned',
  BLOCKED_COMPOSITION: 'rejected',
  STALE_BASE: 'waived',
  NOT_ADOPTED: 'rejected',
} as const satisfies Record<Outcome, StateTone>
