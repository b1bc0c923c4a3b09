import type { JSX } from 'solid-js'
import Ban from 'lucide-solid/icons/ban'
import CalendarCheck from 'lucide-solid/icons/calendar-check'
import CalendarX from 'lucide-solid/icons/calendar-x-2'
import CirclePause from 'lucide-solid/icons/circle-pause'
import CirclePlay from 'lucide-solid/icons/circle-play'
import Lock from 'lucide-solid/icons/lock'
import Pencil from 'lucide-solid/icons/pencil-line'
import Square from 'lucide-solid/icons/square-check-big'
import type { LucideIcon } from 'lucide-solid'
import { useT } from '#client/i18n'
import { Badge, type Tone } from '#client/ui'
import type { MeetingState } from '#shared/meeting'

type Shown = MeetingState | 'postponed'

const looks = {
  draft: { tone: 'working', icon: Pencil },
  postponed: { tone: 'notice', icon: CalendarX },
  convened: { tone: 'accent', icon: CalendarCheck },
  inSession: { tone: 'success', icon: CirclePlay },
  suspended: { tone: 'notice', icon: CirclePause },
  adjourned: { tone: 'neutral', icon: Square },
  recorded: { tone: 'neutral', icon: Lock },
  cancelled: { tone: 'alarm', icon: Ban },
} as const satisfies Record<Shown, { readonly tone: Tone; readonly icon: LucideIcon }>

/** Where a meeting stands, by word, sign and colour alike. */
export function MeetingStateTag(props: { readonly state: MeetingState; readonly postponed?: boolean }): JSX.Element {
  const t = useT()
  const shown = (): Shown => (props.state === 'draft' && props.postponed ? 'postponed' : props.state)
  return (
    <Badge tone={looks[shown()].tone} icon={looks[shown()].icon}>
      {t(`meeting.state.${shown()}`)}
    </Badge>
  )
}
