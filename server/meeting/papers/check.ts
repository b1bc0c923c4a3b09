import { asId, type PaperId } from '#shared/core'
import type { RecordCheck } from '#server/record'
import { findPaper } from '../paper-store.ts'
import { digestOfFile } from './hand-out.ts'

/** What the record vouches for in papers: the bytes of every file, and which text a version's paper names. [L1] */
export function paperChecks(dataFolder: string): readonly RecordCheck[] {
  return [
    {
      act: 'paper.added',
      fact: 'digest',
      async load(queries, entry) {
        const paper = entry.subject === null ? null : await findPaper(queries, asId<PaperId>(entry.subject))
        if (!paper) return null
        const found = paper.kind === 'file' ? await digestOfFile(dataFolder, paper.digest) : paper.digest
        return found === null ? null : { found, digest: paper.digest }
      },
    },
  ]
}
