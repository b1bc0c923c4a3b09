import type { RouteDefinition, RoutePreloadFuncArgs } from '@solidjs/router'
import { lazy, type Component } from 'solid-js'
import { AppLayout } from './AppLayout.tsx'
import { BareLayout } from './BareLayout.tsx'
import { NotFoundPage } from './NotFoundPage.tsx'
import { SlimLayout } from './SlimLayout.tsx'

/** A page fetched when it is first gone to (or pointed at); pages are named exports. */
const page = (load: () => Promise<Component>): Component => lazy(async () => ({ default: await load() }))

const SignIn = page(async () => (await import('../people/SignInPage.tsx')).SignInPage)
const Setup = page(async () => (await import('../people/SetupPage.tsx')).SetupPage)
const Invitation = page(async () => (await import('../people/InvitationPage.tsx')).InvitationPage)
const Confidentiality = page(async () => (await import('../people/ConfidentialityPage.tsx')).ConfidentialityPage)
const Account = page(async () => (await import('../people/AccountPage.tsx')).AccountPage)
const People = page(async () => (await import('../people/PeoplePage.tsx')).PeoplePage)
const Home = page(async () => (await import('../home/HomePage.tsx')).HomePage)
const Groups = page(async () => (await import('../group/GroupsPage.tsx')).GroupsPage)
const Group = page(async () => (await import('../group/GroupPage.tsx')).GroupPage)
const Outline = page(async () => (await import('../plan/OutlinePage.tsx')).OutlinePage)
const Section = page(async () => (await import('../plan/SectionPage.tsx')).SectionPage)
const Version = page(async () => (await import('../plan/VersionPage.tsx')).VersionPage)
const Election = page(async () => (await import('../election/ElectionPage.tsx')).ElectionPage)
const Amendment = page(async () => (await import('../amendment/AmendmentPage.tsx')).AmendmentPage)
const Meetings = page(async () => (await import('../meeting/MeetingsPage.tsx')).MeetingsPage)
const Meeting = page(async () => (await import('../meeting/MeetingPage.tsx')).MeetingPage)
const Motions = page(async () => (await import('../motion/MotionsPage.tsx')).MotionsPage)
const Motion = page(async () => (await import('../motion/MotionPage.tsx')).MotionPage)
const Minutes = page(async () => (await import('../minutes/MinutesPage.tsx')).MinutesPage)
const MinutesVersion = page(async () => (await import('../minutes/MinutesVersionPage.tsx')).MinutesVersionPage)
const PlanVersions = page(async () => (await import('../endorsement/PlanVersionsPage.tsx')).PlanVersionsPage)
const PlanVersion = page(async () => (await import('../endorsement/PlanVersionPage.tsx')).PlanVersionPage)
const Room = page(async () => (await import('../meeting/RoomPage.tsx')).RoomPage)
const RoomScreen = page(async () => (await import('../meeting/ScreenPage.tsx')).ScreenPage)
const CheckIn = page(async () => (await import('../meeting/CheckInPage.tsx')).CheckInPage)
const ShortLink = page(async () => (await import('../meeting/ShortLinkPage.tsx')).ShortLinkPage)
const ActionItems = page(async () => (await import('../action/ActionItemsPage.tsx')).ActionItemsPage)
const Decisions = page(async () => (await import('../decision/DecisionsPage.tsx')).DecisionsPage)
const Participation = page(async () => (await import('../participation/ParticipationPage.tsx')).ParticipationPage)
const ParticipationOf = page(
  async () => (await import('../participation/GroupParticipationPage.tsx')).GroupParticipationPage,
)
const TermsList = page(async () => (await import('../terms/TermsListPage.tsx')).TermsListPage)
const Terms = page(async () => (await import('../terms/TermsPage.tsx')).TermsPage)
const TermsVersion = page(async () => (await import('../terms/TermsVersionPage.tsx')).TermsVersionPage)
const Record = page(async () => (await import('../record/RecordPage.tsx')).RecordPage)

const RecordEntry = page(async () => (await import('../record/EntryPage.tsx')).EntryPage)
const Witnesses = page(async () => (await import('../record/WitnessesPage.tsx')).WitnessesPage)

/** A section is asked for while the code of its page is still on its way. Not on a mere hover: it would be old by then. */
const askForSection = ({ params, intent }: RoutePreloadFuncArgs): void => {
  const { id } = params
  if (id !== undefined && intent !== 'preload') void import('../api/plan.ts').then(plan => plan.prefetchSection(id))
}

export const routes: RouteDefinition[] = [
  {
    component: SlimLayout,
    children: [
      { path: '/sign-in', component: SignIn },
      { path: '/setup', component: Setup },
      { path: '/invitation', component: Invitation },
      { path: '/confidentiality', component: Confidentiality },
    ],
  },
  {
    component: BareLayout,
    children: [{ path: '/meetings/:id/screen', component: RoomScreen }],
  },
  {
    component: AppLayout,
    children: [
      { path: '/', component: Home },
      { path: '/account', component: Account },
      { path: '/people', component: People },
      { path: '/groups', component: Groups },
      { path: '/groups/:id', component: Group },
      { path: ['/plan', '/plan/children'], component: Outline },
      { path: '/sections/:id', component: Section, preload: askForSection },
      { path: '/versions/:id', component: Version },
      { path: '/amendments/:id', component: Amendment },
      { path: '/meetings', component: Meetings },
      { path: '/meetings/:id', component: Meeting },
      { path: '/elections/:id', component: Election },
      { path: '/motions', component: Motions },
      { path: '/motions/:id', component: Motion },
      { path: '/meetings/:id/minutes', component: Minutes },
      { path: '/plan-versions', component: PlanVersions },
      { path: '/plan-versions/:id', component: PlanVersion },
      { path: '/meetings/:id/room', component: Room },
      { path: '/meetings/:id/check-in', component: CheckIn },
      { path: ['/in', '/in/:code'], component: ShortLink },
      { path: '/action-items', component: ActionItems },
      { path: '/decisions', component: Decisions },
      { path: ['/participation', '/participation/:year'], component: Participation },
      { path: '/participation/:year/:group', component: ParticipationOf },
      { path: '/minutes-versions/:id', component: MinutesVersion },
      { path: '/terms', component: TermsList },
      { path: '/terms/:id', component: Terms },
      { path: '/terms-versions/:id', component: TermsVersion },
      { path: '/record', component: Record },
      { path: '/record/witnesses', component: Witnesses },
      { path: '/record/:number', component: RecordEntry },
      { path: '*', component: NotFoundPage },
    ],
  },
]
