import type { Locale } from './locale.ts'

type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string }

/**
 * Makes the function a catalogue uses for counted texts.
 *
 * @returns `plural(3, { one: 'seat', other: 'seats' })` → `3 seats`, the number written as the locale writes it
 */
export function pluralFor(locale: Locale): (count: number, forms: Forms) => string {
  const rules = new Intl.PluralRules(locale)
  const numbers = new Intl.NumberFormat(locale)
  return (count, forms) => `${numbers.format(count)} ${forms[rules.select(count)] ?? forms.other}`
}
