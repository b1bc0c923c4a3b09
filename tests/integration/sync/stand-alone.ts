/** A sync server in a process of its own, to be killed: `stand-alone.ts FOLDER` prints its address once it serves. */
import { openHost } from './host.ts'

const [folder] = process.argv.slice(2)
if (!folder) throw new Error('needs a folder')
const host = await openHost({ folder })
process.stdout.write(`${host.origin}\n`)
