import { createContext, createMemo, createSignal, onCleanup, useContext, type JSX } from 'solid-js'
import { endSession as endLive, onSessionEnd, resumeSession } from '#client/sync'
import { gate } from '../api/gate.ts'
import type { Me } from '#shared/people'

export interface Session {
  /** Undefined while the server has not answered yet, null when nobody is signed in; who was, once their session ended. */
  readonly me: () => Me | null | undefined
  /** Nobody is signed in since the Secretariat has suspended whoever was. */
  readonly suspended: () => boolean
  /** The session ended while its person had a page open: it stands as it was, for when they sign in again. */
  readonly ended: () => boolean
  /** Set when the server could not be asked; the last known answer stands meanwhile. */
  readonly unreachable: () => boolean
  /** Asks again: after signing in, after a change of seats or offices. */
  readonly refetch: () => Promise<void>
  /** @returns false when the server could not be told: the session goes on */
  readonly signOut: () => Promise<boolean>
}

interface Props {
  /** Throws when the server cannot be reached. */
  readonly fetchMe: () => Promise<Me | 'nobody' | 'suspended'>
  /** Throws when the server cannot be reached. */
  readonly endSession: () => Promise<unknown>
  readonly children: JSX.Element
}

const SessionContext = createContext<Session>()

/** Holds who is signed in. Asked once at the start; everything that shows or hides by person reads it from here. */
export function SessionProvider(props: Props): JSX.Element {
  const [me, setMe] = createSignal<Me | null>()
  const [suspended, setSuspended] = createSignal(false)
  const [ended, setEnded] = createSignal(false)
  const [unreachable, setUnreachable] = createSignal(false)

  const refetch = async (): Promise<void> => {
    try {
      const told = await props.fetchMe()
      const answer = typeof told === 'string' ? null : told
      const before = me()
      // Another has signed in, in another window: nothing of the last person's stays in sight.
      if (before && answer && before.person.id !== answer.person.id) return location.reload()
      setSuspended(told === 'suspended')
      setUnreachable(false)
      if (before && told === 'nobody') return void setEnded(!leaving)
      setMe(() => answer)
      setEnded(false)
      if (!answer) return
      gate.open()
      resumeSession()
    } catch {
      setUnreachable(true)
    }
  }
  let leaving = false
  const signOut = async (): Promise<boolean> => {
    leaving = true
    try {
      await props.endSession()
    } catch {
      leaving = false
      return false
    }
    // A fresh page, so that nothing of the last person's stays in memory.
    location.assign('/sign-in')
    return true
  }
  void refetch()
  // Whichever is told first, the page asks and hears nothing more.
  onCleanup(gate.onRefused(endLive))
  onCleanup(
    onSessionEnd(() => {
      gate.close()
      // Where the server cannot be asked either, the door is where it is tried again.
      setEnded(Boolean(me()) && !leaving)
      void refetch()
    }),
  )

  return (
    <SessionContext.Provider value={{ me, suspended, ended, unreachable, refetch, signOut }}>
      {props.children}
    </SessionContext.Provider>
  )
}

export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('useSession() stands outside SessionProvider')
  return session
}

/**
 * The person signed in, for pages inside the shell, which are only shown to one.
 *
 * @returns an accessor that keeps its last answer while a signing out is under way
 */
export function useMe(): () => Me {
  const session = useSession()
  const known = createMemo<Me | null>(last => session.me() ?? last, null)
  return () => {
    const me = known()
    if (!me) throw new Error('useMe() stands outside the signed-in shell')
    return me
  }
}
