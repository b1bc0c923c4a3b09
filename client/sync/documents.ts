/** The live texts of this page, each opened once, and kept until its words are stored. */
import { OpenDocument, type DocumentConnection, type DocumentOptions } from './provider.ts'
import { thisPage, type Surroundings } from './surroundings.ts'

export type Connect = (documentId: string, options?: DocumentOptions) => DocumentConnection

export function makeConnect(surroundings: () => Surroundings): Connect {
  const open = new Map<string, { readonly document: OpenDocument; users: number }>()

  return (documentId, { readOnly = false } = {}) => {
    const known = open.get(documentId)
    const usable = known && known.document.readOnly === readOnly && known.document.status().kind !== 'refused'
    const entry = usable ? known : { document: new OpenDocument(documentId, readOnly, surroundings()), users: 0 }
    open.set(documentId, entry)
    entry.users++
    const { document } = entry
    document.attend(true)
    document.whenSettled(null)

    let held = true
    return {
      doc: document.doc,
      awareness: document.awareness,
      status: document.status,
      destroy() {
        if (!held) return
        held = false
        if (--entry.users > 0) return
        document.attend(false)
        document.whenSettled(() => {
          if (open.get(documentId) === entry) open.delete(documentId)
          document.close()
        })
      },
    }
  }
}

/** Opens a live text over the page's own server. */
export const connectDocument: Connect = makeConnect(thisPage)
