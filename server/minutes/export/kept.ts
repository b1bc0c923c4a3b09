/** Setting a file takes the server's time: the same paper is set once, however many take it away. */
import { sha256Hex } from '#shared/core'
import type { Paper } from './paper.ts'

type Render = (paper: Paper) => Uint8Array | Promise<Uint8Array>

/** Files kept: minutes of sixty seats and thirty items are about 200 kB as PDF, the largest of the formats. */
const filesKept = 24

export interface KeptFiles {
  file(format: string, paper: Paper, render: Render): Promise<Uint8Array>
}

/** Keeps the files taken away last. One paper has one file: what it holds is all that a format shows. */
export function createKeptFiles(): KeptFiles {
  const files = new Map<string, Promise<Uint8Array>>()
  return {
    file(format, paper, render) {
      const key = `${format}/${sha256Hex(JSON.stringify(paper))}`
      const made = files.get(key) ?? Promise.resolve(paper).then(render)
      // Those that are asked for again go to the end of the line.
      files.delete(key)
      files.set(key, made)
      made.catch(() => files.delete(key))
      const [oldest] = files.keys()
      if (files.size > filesKept && oldest !== undefined) files.delete(oldest)
      return made
    },
  }
}
