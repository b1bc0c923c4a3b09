/**
 * The folder of files that were handed in: each under the SHA-256 of its bytes, so that one file is kept once, is never
 * written over by another, and can be told from a damaged one. What is still on its way has a name that ends in `.part`.
 */
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Digest } from '#shared/core'

const unfinished = '.part'

export function filesFolder(dataFolder: string): string {
  return join(dataFolder, 'files')
}

export function pathOfFile(dataFolder: string, digest: Digest): string {
  return join(filesFolder(dataFolder), digest)
}

export function pathOfPart(dataFolder: string, id: string): string {
  return join(filesFolder(dataFolder), `${id}${unfinished}`)
}

/** Makes the folder, and sweeps out what a server that was killed had not finished receiving. */
export async function prepareFiles(dataFolder: string): Promise<void> {
  const folder = filesFolder(dataFolder)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await settle(dataFolder)
  for (const name of await readdir(folder)) {
    if (name.endsWith(unfinished)) await rm(join(folder, name), { force: true })
  }
}

/** Gives a file that is whole and on disk its name for good. On return it is there also after a loss of power. */
export async function keepFile(dataFolder: string, part: string, digest: Digest): Promise<void> {
  await rename(part, pathOfFile(dataFolder, digest))
  await settle(filesFolder(dataFolder))
}

/** A name is kept with its folder, not with its file. */
async function settle(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
