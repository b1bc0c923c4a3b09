/**
 * What the workspace calls things to which nobody gave a title, in the reader's language. The titles in answers are for
 * outside tools: pages show what is composed here.
 */
import type { Translate } from '#client/i18n'
import { assertNever } from '#shared/core'
import type { ItemType } from '#shared/meeting'
import type { FloorItem } from '#shared/meeting/schema'
import type { GivenName, TextTitle, VotedKind } from '#shared/motion'
import type { PlanKind } from '#shared/plan'
import type { TermsKind } from '#shared/terms'

/** A text that a vote, an agenda or a record entry is about; an amendment is called by its text and its seat. [V4] */
export function textTitle(
  t: Translate,
  {
    kind,
    title,
    name,
  }: { readonly kind: VotedKind; readonly title: string; readonly name?: TextTitle['name'] | undefined },
): string {
  if (name) return givenTitle(t, name)
  switch (kind) {
    case 'amendment':
      return t('titles.amendment', title)
    case 'minutesVersion':
      return t('titles.minutes', title)
    default:
      return title
  }
}

/** What a vote is about; a section, where older minutes do not tell what it was. */
export function voteTitle(
  t: Translate,
  vote: { readonly subjectKind?: VotedKind; readonly title: string; readonly name?: TextTitle['name'] },
): string {
  return textTitle(t, { kind: vote.subjectKind ?? 'sectionVersion', title: vote.title, name: vote.name })
}

/** What the workspace called a text in facts. */
export function givenTitle(t: Translate, name: GivenName): string {
  switch (name.kind) {
    case 'planVersion':
      return t('titles.numbered', planTitle(t, name.plan), name.number)
    case 'termsVersion':
      return t('titles.terms', name.office === null ? name.group : t(`titles.office.${name.office}`))
    case 'election':
      return t('titles.election', name.group)
    default:
      return assertNever(name)
  }
}

export function planTitle(t: Translate, kind: PlanKind): string {
  return t(`titles.plan.${kind}`)
}

/** A body that has terms of reference: an office has a word of its own, a group is called as it calls itself. */
export function bodyTitle(t: Translate, { kind, name }: { readonly kind: TermsKind; readonly name: string }): string {
  return kind === 'nationalCoordinator' || kind === 'secretariat' ? t(`titles.office.${kind}`) : name
}

/** An agenda item: one that approves minutes has the title of their meeting, and is not that meeting. */
export function itemTitle(t: Translate, { type, title }: { readonly type: ItemType; readonly title: string }): string {
  return type === 'minutesApproval' ? t('titles.minutes', title) : title
}

/** A paper of an item: a file by its own name, a version as the text that it is of. */
export function paperTitle(
  t: Translate,
  { name, subjectKind, givenName }: Pick<FloorItem['papers'][number], 'name' | 'subjectKind' | 'givenName'>,
): string {
  return subjectKind === null ? name : textTitle(t, { kind: subjectKind, title: name, name: givenName })
}
