export type { ActionItem, NamedActionItem } from './action-item.ts'
export { listActionItems } from './reading.ts'
export { actionRoutes, type ActionRoutes } from './routes.ts'
export { setActionItem } from './setting.ts'
