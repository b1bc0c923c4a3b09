export { chainStart, entryDigest, verifyChain, type ChainFault, type RecordAct, type RecordEntry, type StoredEntry } from './entry.ts'
