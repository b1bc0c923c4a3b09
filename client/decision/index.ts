export { DecisionNote } from './DecisionNote.tsx'
