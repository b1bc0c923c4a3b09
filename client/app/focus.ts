import { useLocation } from '@solidjs/router'
import { createEffect, on } from 'solid-js'

/**
 * After a change of page, puts the focus on its heading, where a screen reader goes on and the Tab key starts. Not on the
 * first load, and not when the new page has put the focus somewhere itself.
 */
export function createFocusOnNavigation(main: () => HTMLElement | undefined): void {
  const location = useLocation()
  createEffect(
    on(
      () => location.pathname,
      () => requestAnimationFrame(() => focusHeading(main())),
      { defer: true },
    ),
  )
}

function focusHeading(main: HTMLElement | undefined): void {
  if (!main) return
  const active = document.activeElement
  if (active !== main && main.contains(active)) return
  const heading = main.querySelector<HTMLElement>('h1[tabindex]')
  ;(heading ?? main).focus({ preventScroll: true })
}
