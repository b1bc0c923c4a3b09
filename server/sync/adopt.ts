import type { Deps } from '../deps.ts'
import { readHistory } from './history.ts'
import { bindClients, readUnboundTexts, type ClientBinding } from './store.ts'
import { readStoredUpdate } from './text-update.ts'

/**
 * Binds the client numbers of texts that were written before numbers were bound, from their logs: to whoever wrote with
 * them first. [A5] Done once, before anybody is let in.
 */
export async function adoptOlderTexts(deps: Pick<Deps, 'read' | 'transaction' | 'log'>): Promise<void> {
  for (const documentId of await readUnboundTexts(deps.read)) {
    const bindings = new Map<number, ClientBinding>()
    for await (const { bytes, personId } of readHistory(deps.read, documentId)) {
      for (const clientId of readStoredUpdate(bytes)?.runs.keys() ?? []) {
        if (!bindings.has(clientId)) bindings.set(clientId, { documentId, clientId, personId })
      }
    }
    await deps.transaction(tx => bindClients(tx, [...bindings.values()]))
    deps.log.info('sync.text.adopted', { documentId, clients: bindings.size })
  }
}
