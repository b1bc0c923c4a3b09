/** Making a file takes time: the same one is made once, however many take it away. */
import { createHash } from 'node:crypto'
import type { Result } from '#shared/core'

/** Files kept: minutes of sixty seats and thirty items are about 200 kB as PDF, the largest of the formats. */
const filesKept = 24

/** Keeps the files taken away last, by the text of all that they are made of. Those that were refused are tried again. */
export function createKeptFiles<File, Problem>(make: (source: string) => Promise<Result<File, Problem>>) {
  const files = new Map<string, ReturnType<typeof make>>()
  return async (source: string): Promise<Result<File, Problem>> => {
    const key = createHash('sha256').update(source).digest('hex')
    const made = files.get(key) ?? make(source)
    // Those that are asked for again go to the end of the line.
    files.delete(key)
    files.set(key, made)
    const forget = (): boolean => files.get(key) === made && files.delete(key)
    made.then(file => file.ok || forget(), forget)
    const [oldest] = files.keys()
    if (files.size > filesKept && oldest !== undefined) files.delete(oldest)
    return made
  }
}
