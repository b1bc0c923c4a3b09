import type { GroupKind } from '#shared/group'

/** The bodies that have terms of reference: two offices, and the Working Groups. [G10] */
export const termsKinds = ['nationalCoordinator', 'secretariat', 'nwg', 'twg'] as const
export type TermsKind = (typeof termsKinds)[number]

/** Whether these terms carry a rule set: a Working Group votes and meets, an office does neither. */
export function carriesSettings(kind: TermsKind): kind is GroupKind {
  return kind === 'nwg' || kind === 'twg'
}
