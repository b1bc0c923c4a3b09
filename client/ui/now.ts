import { createSignal } from 'solid-js'

const stepMs = 30_000

const [now, setNow] = createSignal(Date.now())
let ticking = false

/** The present moment in ms, renewed twice a minute for everyone who shows it: one clock for the page. */
export function createNow(): () => number {
  if (!ticking) {
    ticking = true
    setInterval(() => setNow(Date.now()), stepMs)
  }
  return now
}
