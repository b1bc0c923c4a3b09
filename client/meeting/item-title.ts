import type { Translate } from '#client/i18n'
import type { ItemType } from '#shared/meeting'

/** What an item is called: one that approves minutes has the title of their meeting, and is not that meeting. */
export function itemTitle(t: Translate, { type, title }: { readonly type: ItemType; readonly title: string }): string {
  return type === 'minutesApproval' ? t('meeting.agenda.minutesOf', title) : title
}
