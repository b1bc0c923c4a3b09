export { ActionItemDialog, type OwnerSeat } from './ActionItemDialog.tsx'
export { OpenActionItems } from './OpenActionItems.tsx'
