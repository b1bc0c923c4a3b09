import type { GroupKind } from '#shared/group'
import type { TermsKind } from './bodies.ts'

/** The offices are called by what they are; a group is called as it calls itself. */
export const officeNames = {
  nationalCoordinator: 'National Co-ordinator',
  secretariat: 'National Secretariat',
} as const satisfies Record<Exclude<TermsKind, GroupKind>, string>

const opening = 'Terms of reference: '

/** What the terms of a body are called where texts of several kinds stand side by side, and in the record. */
export function termsTitle(body: string): string {
  return opening + body
}

/** The body in such a title, for whoever shows it in the reader's language; null for another title. */
export function bodyInTitle(title: string): string | null {
  return title.startsWith(opening) ? title.slice(opening.length) : null
}
