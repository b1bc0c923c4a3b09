import { createMemo, createSignal, onCleanup, type Accessor } from 'solid-js'
import { createOnline } from '#client/motion'
import { onLink } from '#client/sync'

/** Whether what is shown is how the meeting stands. */
export type Link =
  | { readonly isLive: true }
  /** Changes do not arrive: what is shown was true at `asOf`, by the server's clock. */
  | { readonly isLive: false; readonly asOf: number | null }

/**
 * @param now the server's time
 * @param answeredAt its time as it worked out what is shown
 * @param isAnswered false while the server does not answer what it is asked
 */
export function createLink(
  now: Accessor<number>,
  answeredAt: Accessor<number | null>,
  isAnswered: Accessor<boolean>,
): Accessor<Link> {
  const online = createOnline()
  const [isOpen, setOpen] = createSignal(true)
  const [lostAt, setLostAt] = createSignal<number | null>(null)
  onCleanup(
    onLink(open => {
      if (!open && isOpen() && answeredAt() !== null) setLostAt(now())
      setOpen(open)
    }),
  )
  return createMemo<Link>(() => {
    if (isOpen() && online() && isAnswered()) return { isLive: true }
    const seen = [lostAt(), answeredAt()].filter(at => at !== null)
    return { isLive: false, asOf: seen.length > 0 ? Math.max(...seen) : null }
  })
}
