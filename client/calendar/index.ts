export { CalendarPanel } from './CalendarPanel.tsx'
export { CalendarsPanel } from './CalendarsPanel.tsx'
export type { CalendarGroup } from './SubscribeDialog.tsx'
