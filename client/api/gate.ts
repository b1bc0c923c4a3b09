/**
 * The way of every request of a page that is open to those signed in. Once the server has said that nobody is signed in any
 * more, nothing more is asked until somebody is: a page left open would else ask at each hint, and be refused each time.
 */
import type { ClientRequestOptions } from 'hono/client'
import { parseProblem } from './call.ts'

export interface Gate {
  /** Given to the clients of the API, but for those of the door itself. */
  readonly options: { readonly fetch: (input: RequestInfo | URL, init?: RequestInit) => Promise<Response> }
  /** @returns a function that ends it */
  readonly onRefused: (handler: () => void) => () => void
  readonly close: () => void
  readonly open: () => void
}

export function makeGate(): Gate {
  const refused = new Set<() => void>()
  let isOpen = true

  async function pass(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
    if (!isOpen) return refusal()
    const response = await fetch(input, init)
    // Of several that were on their way, one tells.
    if (response.status === 401 && (await isSignInRequired(response.clone())) && isOpen) {
      isOpen = false
      for (const handler of refused) handler()
    }
    return response
  }

  return {
    options: { fetch: pass } satisfies ClientRequestOptions,
    onRefused(handler) {
      refused.add(handler)
      return () => refused.delete(handler)
    },
    close: () => {
      isOpen = false
    },
    open: () => {
      isOpen = true
    },
  }
}

async function isSignInRequired(response: Response): Promise<boolean> {
  const body: unknown = await response.json().catch(() => null)
  return parseProblem(body).type === 'sign-in-required'
}

/** What the server would say. */
function refusal(): Response {
  return Response.json({ type: '/problems/sign-in-required' }, { status: 401 })
}

export const gate = makeGate()
