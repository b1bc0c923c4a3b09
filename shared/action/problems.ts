export type ActionItemProblem =
  /** Somebody else closed it in the meantime. */
  { readonly type: 'action-item-closed' } | { readonly type: 'due-in-the-past' }
