/** What a group set, in words: the choices as they stand together, and what each says. */
import type { Translate } from '#client/i18n'
import { dayMs, hourMs, type Fraction } from '#shared/core'
import {
  isCount,
  isMajority,
  isShare,
  isTime,
  valuesOf,
  type CountField,
  type GroupSettings,
  type SettingField,
  type SettingValues,
  type ShareField,
} from '#shared/terms'

/** A value in words, as it stands in a sentence of its own. */
function valueText<F extends SettingField>(t: Translate, field: F, values: Pick<SettingValues, F>): string {
  const one = { field, values } as { readonly field: SettingField; readonly values: SettingValues }
  if (isCount(one.field)) return countText(t, one.field, one.values[one.field])
  if (isTime(one.field)) return timeText(t, one.values[one.field])
  if (isShare(one.field)) return shareText(t, one.field, one.values[one.field])
  if (isMajority(one.field)) return t(`group.rules.majority.${one.values[one.field]}`)
  return t(`group.rules.ngoPolicy.${one.values.ngoPolicy}`)
}

/** What a field is in these settings, in words. */
export function settingText(t: Translate, field: SettingField, settings: GroupSettings): string {
  return valueText(t, field, valuesOf(settings))
}

export function fieldLabel(t: Translate, field: SettingField): string {
  return t(`terms.fields.${field}.label`)
}

export function shareText(t: Translate, field: ShareField, { numerator, denominator }: Fraction): string {
  if (field === 'ngoQuorumAtLeast' && numerator === denominator) return t('terms.share.all')
  return t(`terms.share.${field}`, `${numerator}/${denominator}`)
}

export function countText(t: Translate, field: CountField, count: number): string {
  return t(`terms.counts.${field}`, count)
}

export function timeText(t: Translate, ms: number): string {
  return ms % dayMs === 0 ? t('terms.time.days', ms / dayMs) : t('terms.time.hours', ms / hourMs)
}
