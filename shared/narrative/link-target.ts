/** Longest address a link may carry, in UTF-16 units: what browsers and mail programs still follow. */
export const linkTargetLimit = 2_000

/** Half a surrogate pair: no Unicode text, and nothing that could be digested. */
const broken = /\p{Surrogate}/u
const external = /^(?:https?:\/\/[^\s\\/?#]|mailto:[^\s\\@]+@[^\s\\@])[^\s\\<>"]*$/i
const internal = /^(?:#[\w.:-]+|\/(?![/\\])[^\s\\<>"]*)$/

/**
 * Whether an address may stand in a narrative: web addresses, e-mail addresses, and places inside the workspace
 * (`/plan/…`, `#heading`). Everything else (`javascript:`, `data:`, `//elsewhere`, backslashes that browsers read as
 * slashes) is refused, both when a link is made and again when it is rendered.
 */
export function isLinkTarget(href: string): boolean {
  return href.length <= linkTargetLimit && !broken.test(href) && (external.test(href) || internal.test(href))
}

/** Whether following the address leaves the workspace. */
export function isExternalTarget(href: string): boolean {
  return /^[a-z]+:/i.test(href)
}
