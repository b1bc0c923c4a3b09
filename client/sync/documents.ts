/** The live texts of this page, each opened once, and kept until its words are stored. */
import type { PersonId } from '#shared/core'
import type { Accessor } from 'solid-js'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import { onSessionEnd } from './live.ts'
import { OpenDocument, type Standing } from './open-document.ts'
import type { Refusal } from './refusal.ts'
import { ReturnedWords } from './returned-words.ts'
import type { SyncStatus } from './status.ts'
import { thisPage, type Surroundings } from './surroundings.ts'
import type { KeptWords } from './word-store.ts'

export interface DocumentConnection {
  readonly doc: Y.Doc
  /** Who is here. The server names everybody; set the `cursor` field, and `user.color` if need be. */
  readonly awareness: Awareness
  /** What may be said about the words on the screen. */
  readonly status: Accessor<SyncStatus>
  /** The server's text has come: before, an editor would take the empty document for the text. */
  readonly ready: Accessor<boolean>
  /** Null until the server has told. */
  readonly standing: Accessor<Standing | null>
  /** This person's words that are not in the text, and go into it by hand only. */
  readonly returned: ReturnedWords
  /** This copy was given up, with nothing under way: connect again for a fresh one. */
  readonly isStale: () => boolean
  /** Lets go. Words not yet stored still go out first, as long as the page stays. */
  destroy(): void
}

export interface DocumentOptions {
  readonly personId: PersonId
  /** The person does not write this text: nothing of it leaves this page. */
  readonly readOnly?: boolean
}

export type Connect = (documentId: string, options: DocumentOptions) => DocumentConnection

export interface Documents {
  readonly connect: Connect
  /**
   * What this person wrote in a text that they cannot open any more.
   *
   * @param because why not; that the text is not open to them, if not given
   */
  readonly leftBehind: (documentId: string, personId: PersonId, because?: Refusal) => ReturnedWords
  /** Whether words of this person wait on the device for a text that is not open on this page. */
  readonly keepsWords: (documentId: string, personId: PersonId) => Promise<boolean>
  /** Nobody is signed in any more: words that are not stored wait on the device for their person. */
  readonly endSession: () => void
}

interface Entry {
  readonly document: OpenDocument
  users: number
}

export function makeDocuments(surroundings: () => Surroundings): Documents {
  /** By person and text; a copy that gave way to another stays in `open` until its words are stored. */
  const newest = new Map<string, Entry>()
  const open = new Set<OpenDocument>()
  const returned = new Map<string, ReturnedWords>()

  function close(key: string, entry: Entry): void {
    // The copy that takes the place of one given up says why.
    if (newest.get(key) === entry && entry.document.givenUp() === null) newest.delete(key)
    open.delete(entry.document)
    entry.document.close()
  }

  function returnedOf(key: string): ReturnedWords {
    const { words, page } = surroundings()
    const known = returned.get(key) ?? new ReturnedWords(words, page)
    returned.set(key, known)
    return known
  }

  const isHere = (writer: number): boolean => [...open].some(({ doc }) => doc.clientID === writer)

  function openEntry(key: string, documentId: string, personId: PersonId, readOnly: boolean): Entry {
    const before = newest.get(key)?.document.givenUp() ?? null
    const facts = { documentId, personId, readOnly, returned: returnedOf(key), isHere, before }
    const document = new OpenDocument(facts, surroundings())
    const entry = { document, users: 0 }
    newest.set(key, entry)
    open.add(document)
    return entry
  }

  return {
    connect(documentId, { personId, readOnly = false }) {
      for (const document of open) if (document.facts.personId !== personId) document.endSession()
      const key = keyOf(personId, documentId)
      const known = newest.get(key)
      const isUsable = known && isOpen(known.document) && known.document.facts.readOnly === readOnly
      const entry = isUsable ? known : openEntry(key, documentId, personId, readOnly)
      entry.users++
      const { document } = entry
      document.attend(true)
      document.whenSettled(null)

      let held = true
      return {
        doc: document.doc,
        awareness: document.awareness,
        status: document.status,
        ready: document.ready,
        standing: document.standing,
        returned: document.facts.returned,
        isStale: () => document.givenUp() !== null,
        destroy() {
          if (!held) return
          held = false
          if (--entry.users > 0) return
          document.attend(false)
          document.whenSettled(() => close(key, entry))
        },
      }
    },
    leftBehind(documentId, personId, because = 'noSuchDocument') {
      const returnedWords = returnedOf(keyOf(personId, documentId))
      const show = (found: readonly KeptWords[]): void => {
        returnedWords.show(found.filter(words => words.returned !== null))
        const waiting = found.filter(words => words.returned === null && !isHere(words.writer))
        returnedWords.take(waiting, because)
      }
      // Where the device keeps nothing, nothing was left behind.
      void surroundings()
        .words.of(personId, documentId)
        .then(show, () => undefined)
      return returnedWords
    },
    async keepsWords(documentId, personId) {
      const kept = await surroundings()
        .words.of(personId, documentId)
        .catch(() => [])
      return kept.some(words => words.returned === null && !isHere(words.writer))
    },
    endSession() {
      for (const document of open) document.endSession()
    },
  }
}

function keyOf(personId: PersonId, documentId: string): string {
  return `${personId} ${documentId}`
}

function isOpen(document: OpenDocument): boolean {
  return document.status().kind !== 'refused' && document.givenUp() === null
}

const documents = makeDocuments(thisPage)
onSessionEnd(documents.endSession)

/** Over the page's own server. */
export const { connect: connectDocument, keepsWords, leftBehind } = documents
