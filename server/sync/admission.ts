/**
 * Who is let in. A request of another site or for another place is refused as plain HTTP; one that asks for a live text
 * or for hints is upgraded first, so that an unmodified client sees the close code that tells it whether to try again.
 */
import { isId } from '#shared/core'
import { closeCodes, type CloseCode } from '#shared/wire'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { DocumentRight, SyncAccess, SyncIdentity } from './access.ts'

export type Place =
  | { readonly kind: 'live' }
  | {
      readonly kind: 'document'
      readonly documentId: string
      readonly acknowledges: boolean
      /** Of the words that the client has already, if it says so. */
      readonly epoch: number | null
      /** Whose words these are, if it says so: on a shared browser another may have signed in since. */
      readonly personId: string | null
    }

export type Admission =
  | { readonly ok: true; readonly identity: SyncIdentity; readonly right: DocumentRight }
  | { readonly ok: false; readonly code: CloseCode }

/** @returns null for a path that is none of ours */
export function placeOf(request: IncomingMessage): Place | null {
  const target = request.url ?? ''
  if (!URL.canParse(target, 'ws://host')) return null
  const { pathname, searchParams } = new URL(target, 'ws://host')
  if (pathname === '/live') return { kind: 'live' }
  if (!pathname.startsWith('/sync/')) return null
  const documentId = pathname.slice('/sync/'.length)
  const epoch = Number(searchParams.get('epoch') ?? Number.NaN)
  return {
    kind: 'document',
    documentId,
    acknowledges: searchParams.get('ack') === '1',
    epoch: Number.isSafeInteger(epoch) ? epoch : null,
    personId: searchParams.get('person'),
  }
}

/** Fails closed: what cannot be decided now is to be tried again later. */
export async function admit(
  access: SyncAccess,
  place: Pick<Place, 'kind'> & { readonly documentId?: string },
  cookie: string | undefined,
): Promise<Admission> {
  try {
    const identity = await access.authenticate(cookie)
    if (!identity) return { ok: false, code: closeCodes.signInAgain }
    if (place.kind === 'live') return { ok: true, identity, right: { access: 'read', frozen: false } }
    const right =
      place.documentId !== undefined && isId(place.documentId)
        ? await access.documentAccess(identity, place.documentId)
        : null
    return right ? { ok: true, identity, right } : { ok: false, code: closeCodes.noSuchDocument }
  } catch {
    return { ok: false, code: closeCodes.tryAgainLater }
  }
}

export type PlainRefusal = '403 Forbidden' | '404 Not Found' | '503 Service Unavailable'

export function refusePlainly(socket: Duplex, status: PlainRefusal): void {
  // Not ended alone: a client that does not end its side would keep the socket for as long as it likes.
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () => socket.destroy())
}

/** Why somebody may not write: the text stands still, or is not theirs to write. */
export function writeRefusal({ frozen }: DocumentRight): CloseCode {
  return frozen ? closeCodes.frozen : closeCodes.notPermitted
}
