/** A log as one piece of bytes: to copy a hundred thousand small ones into a thread would hold the server up. */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { LogEntry } from '#shared/participation'

/** `[(varUint moment, varUint8Array update)…]` */
export class PackedLog {
  readonly #encoder = encoding.createEncoder()

  add({ at, bytes }: LogEntry): void {
    encoding.writeVarUint(this.#encoder, at)
    encoding.writeVarUint8Array(this.#encoder, bytes)
  }

  toBytes(): Uint8Array {
    return encoding.toUint8Array(this.#encoder)
  }
}

export function unpackLog(bytes: Uint8Array): readonly LogEntry[] {
  const decoder = decoding.createDecoder(bytes)
  const entries: LogEntry[] = []
  while (decoding.hasContent(decoder)) {
    entries.push({ at: decoding.readVarUint(decoder), bytes: decoding.readVarUint8Array(decoder) })
  }
  return entries
}
