/** Languages the interface may be shown in: BCP 47 tags as Intl takes them. English is complete, others fall back to it. */
export const locales = ['en', 'fr'] as const

export type Locale = (typeof locales)[number]

export const defaultLocale: Locale = 'en'

/** English is written the British way; dates show it most. */
export const intlTag = { en: 'en-GB', fr: 'fr' } as const satisfies Record<Locale, string>

/** Each language by its own name. */
export const localeName = { en: 'English', fr: 'Français' } as const satisfies Record<Locale, string>

export const isLocale = (text: string | null): text is Locale => locales.some(locale => locale === text)

const storageKey = 'plenary.locale'

/** The language chosen in this browser, else the first one it asks for that we have, else English. */
export function preferredLocale(available: readonly Locale[]): Locale {
  const kept = readKept()
  if (kept && available.includes(kept)) return kept
  for (const tag of navigator.languages) {
    const language = tag.slice(0, 2).toLowerCase()
    if (isLocale(language) && available.includes(language)) return language
  }
  return defaultLocale
}

/** Storage may be refused (private windows): the choice then lasts as long as the page. */
export function keepLocale(locale: Locale): void {
  try {
    localStorage.setItem(storageKey, locale)
  } catch {
    // nothing is lost but the memory of the choice
  }
}

function readKept(): Locale | null {
  try {
    const kept = localStorage.getItem(storageKey)
    return isLocale(kept) ? kept : null
  } catch {
    return null
  }
}
