import type { JSX } from 'solid-js'

/** The sign of Plenary: seats in a half circle, seen from the chair. */
export function Mark(props: { readonly size: number }): JSX.Element {
  return (
    <svg class="mark" width={props.size} height={props.size} viewBox="0 4 32 24" fill="currentColor" aria-hidden="true">
      <circle cx="3.6" cy="22.4" r="2.6" />
      <circle cx="7.2" cy="13.6" r="2.6" />
      <circle cx="16" cy="10" r="2.6" />
      <circle cx="24.8" cy="13.6" r="2.6" />
      <circle cx="28.4" cy="22.4" r="2.6" />
      <circle cx="10.2" cy="22.4" r="2.2" />
      <circle cx="16" cy="17.2" r="2.2" />
      <circle cx="21.8" cy="22.4" r="2.2" />
    </svg>
  )
}
