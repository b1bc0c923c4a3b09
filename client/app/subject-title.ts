import type { Translate } from '#client/i18n'
import type { VotedKind } from '#shared/motion'
import { bodyInTitle, officeNames } from '#shared/terms'

/**
 * What a text under vote is called in the reader's language: an amendment by its text and its seat, and it is not the text;
 * terms of reference by their body. [V4, G10]
 */
export function subjectTitle(
  { kind, title }: { readonly kind: VotedKind; readonly title: string },
  t: Translate,
): string {
  if (kind === 'amendment') return t('amendment.voteOn', title)
  const body = kind === 'termsVersion' ? bodyInTitle(title) : null
  return body === null ? title : t('terms.of', bodyWord(body, t))
}

function bodyWord(body: string, t: Translate): string {
  const office = (['nationalCoordinator', 'secretariat'] as const).find(kind => officeNames[kind] === body)
  return office ? t(`terms.name.${office}`) : body
}
