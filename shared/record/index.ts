export {
  chainStart,
  entryDigest,
  parseEntry,
  readEntry,
  verifyChain,
  walkChain,
  type ChainFault,
  type ChainWalk,
  type RecordAct,
  type RecordEntry,
  type StoredEntry,
} from './entry.ts'
