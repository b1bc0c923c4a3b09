export { calendarFeedRoutes } from './feed-routes.ts'
export { calendarRoutes, type CalendarRoutes } from './routes.ts'
