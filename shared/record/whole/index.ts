export {
  checkpointLine,
  entryLine,
  headerLine,
  looksLikeRecord,
  recordFormat,
  voteLine,
  type RecordHeader,
  type RecordVote,
} from './file.ts'
export type { RecordFacts, RecordFault, RecordVerdict } from './verdict.ts'
export { verifyRecord } from './verify.ts'
