import type { Translate } from '#client/i18n'
import type { Crumb } from '#client/ui'
import type { Subject } from '#shared/access'
import type { TermsEntry } from '../api/terms.ts'

/** The pages above those of one body. */
export function termsTrail(t: Translate): readonly Crumb[] {
  return [
    { label: t('group.title'), href: '/groups' },
    { label: t('terms.title'), href: '/terms' },
  ]
}

/** What the permission table asks of terms of reference. */
export function subjectOf({ group }: Pick<TermsEntry, 'group'>): Subject {
  return { groupId: group.id, groupKind: group.kind }
}
