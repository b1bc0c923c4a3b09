import type { JSX } from 'solid-js'

/** For those who listen: read out, not shown. */
export function VisuallyHidden(props: { readonly children: JSX.Element }): JSX.Element {
  return <span class="ui-visually-hidden">{props.children}</span>
}
