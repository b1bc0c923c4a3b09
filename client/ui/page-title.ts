import { createEffect, onCleanup } from 'solid-js'

const product = 'Plenary'

/** Names the browser's tab after the page for as long as the page is shown. */
export function createPageTitle(title: () => string): void {
  createEffect(() => {
    document.title = title() ? `${title()} · ${product}` : product
  })
  onCleanup(() => {
    document.title = product
  })
}
