export { tallyParts } from './Count.tsx'
export { OpenVoteDialog, type OpenVoteDialogProps } from './OpenVoteDialog.tsx'
export { OutcomeTag } from './OutcomeTag.tsx'
