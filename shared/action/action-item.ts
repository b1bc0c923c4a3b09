/** `dropped`: the group no longer wants it done; with a reason. [M6] */
export const actionItemStates = ['open', 'done', 'dropped'] as const
export type ActionItemState = (typeof actionItemStates)[number]
