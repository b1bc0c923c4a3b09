import type { GroupKind } from '#shared/group'
import type { TermsKind } from './bodies.ts'

/** The offices are called by what they are; a group is called as it calls itself. */
export const officeNames = {
  nationalCoordinator: 'National Co-ordinator',
  secretariat: 'National Secretariat',
} as const satisfies Record<Exclude<TermsKind, GroupKind>, string>

/**
 * What the terms of a body are called where texts of several kinds stand side by side, and in the record: for outside tools
 * and exports.
 */
export function termsTitle(body: string): string {
  return `Terms of reference: ${body}`
}
