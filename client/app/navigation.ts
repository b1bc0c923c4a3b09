import BookOpenText from 'lucide-solid/icons/book-open-text'
import CalendarDays from 'lucide-solid/icons/calendar-days'
import CircleCheckBig from 'lucide-solid/icons/circle-check-big'
import ExternalLink from 'lucide-solid/icons/external-link'
import Gavel from 'lucide-solid/icons/gavel'
import House from 'lucide-solid/icons/house'
import Landmark from 'lucide-solid/icons/landmark'
import NotebookText from 'lucide-solid/icons/notebook-text'
import ScrollText from 'lucide-solid/icons/scroll-text'
import UserCog from 'lucide-solid/icons/user-cog'
import Vote from 'lucide-solid/icons/vote'
import type { LucideIcon } from 'lucide-solid'
import type { MessageKey } from '#client/i18n'
import type { Me } from '#shared/people'

export interface Place {
  readonly label: MessageKey & `app.nav.${string}`
  readonly href: string
  readonly icon: LucideIcon
  /** Addresses that belong to this place besides its own and those below it. */
  readonly also?: readonly string[]
  /** Below its address begins another place. */
  readonly exact?: boolean
  /** Served outside this application. */
  readonly external?: boolean
  /** Has a place of its own at the foot of a narrow screen; the others wait under "More". */
  readonly foot?: boolean
}

const home: Place = { label: 'app.nav.home', href: '/', icon: House, exact: true, foot: true }
const everyone = [
  home,
  {
    label: 'app.nav.plan',
    href: '/plan',
    icon: BookOpenText,
    exact: true,
    also: ['/sections', '/versions', '/plan-versions'],
    foot: true,
  },
  { label: 'app.nav.children', href: '/plan/children', icon: NotebookText },
  { label: 'app.nav.meetings', href: '/meetings', icon: CalendarDays, foot: true },
  { label: 'app.nav.votes', href: '/motions', icon: Vote, foot: true },
  { label: 'app.nav.groups', href: '/groups', icon: Landmark, also: ['/terms', '/terms-versions', '/participation'] },
  { label: 'app.nav.decisions', href: '/decisions', icon: Gavel },
  { label: 'app.nav.actionItems', href: '/action-items', icon: CircleCheckBig },
  { label: 'app.nav.record', href: '/record', icon: ScrollText },
] as const satisfies readonly Place[]

const people: Place = { label: 'app.nav.people', href: '/people', icon: UserCog }
const published: Place = { label: 'app.nav.published', href: '/published', icon: ExternalLink, external: true }

type Holdings = Pick<Me, 'offices' | 'seats' | 'chairs'>

/** Whether the person holds a seat or an office: without one the workspace is closed to them. */
export function holdsAnything(me: Holdings): boolean {
  return me.offices.length + me.seats.length + me.chairs.length > 0
}

/** Where this person can go from everywhere. */
export function placesFor(me: Holdings): readonly Place[] {
  if (!holdsAnything(me)) return [home, { ...published, foot: true }]
  return me.offices.includes('secretariat') ? [...everyone, people, published] : [...everyone, published]
}

/** Whether the address lies in the place. */
export function isIn(place: Place, path: string): boolean {
  const below = (root: string): boolean => path === root || path.startsWith(`${root}/`)
  return path === place.href || (!place.exact && below(place.href)) || (place.also ?? []).some(below)
}
