import type { Translate } from '#client/i18n'
import { itemTitle } from '#client/titles'
import type { ItemType } from '#shared/meeting'
import type { SeatName } from '#shared/minutes'

/** What a part of minutes is about; the general remarks are about no item. */
export interface PartItem {
  readonly id: string
  readonly title: string
  readonly type: ItemType
  /** `3` or `3.1`. */
  readonly number: string
}

export function partName(t: Translate, item: PartItem | null): string {
  return item === null ? t('minutes.general') : `${item.number} ${itemTitle(t, item)}`
}

/** A seat by the body that holds it; by its own name while none does. */
export function seatName(seat: Pick<SeatName, 'organisationName' | 'label'>): string {
  return seat.organisationName ?? seat.label
}
