import Check from 'lucide-solid/icons/check'
import CircleHelp from 'lucide-solid/icons/circle-question-mark'
import X from 'lucide-solid/icons/x'
import type { LucideIcon } from 'lucide-solid'
import type { Tone } from '#client/ui'
import type { Reply } from '#shared/meeting'

export const replyTone = { coming: 'success', unsure: 'notice', absent: 'neutral' } as const satisfies Record<
  Reply,
  Tone
>

export const replyIcon = { coming: Check, unsure: CircleHelp, absent: X } as const satisfies Record<Reply, LucideIcon>
