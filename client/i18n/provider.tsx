import { createContext, createEffect, createMemo, createSignal, useContext, type JSX } from 'solid-js'
import { makeFormat, type Format } from './format.ts'
import { defaultLocale, intlTag, isLocale, keepLocale, preferredLocale, type Locale } from './locale.ts'
import { english, makeTranslate, overEnglish, type Lookup, type Translate, type Translation } from './messages.ts'

// Found at build time: a language is offered as soon as its folder exists, and travels only to those who choose it.
const translations = import.meta.glob<{ readonly messages: Translation }>(['./*/index.ts', '!./en/index.ts'])

const availableLocales: readonly Locale[] = [
  defaultLocale,
  ...Object.keys(translations)
    .map(path => path.split('/')[1] ?? null)
    .filter(isLocale),
]

interface I18n {
  readonly t: Translate
  readonly format: () => Format
  readonly locale: () => Locale
  readonly available: readonly Locale[]
  readonly setLocale: (locale: Locale) => void
}

const englishOnly: I18n = (() => {
  const format = makeFormat(defaultLocale)
  return {
    t: makeTranslate(() => english),
    format: () => format,
    locale: () => defaultLocale,
    available: [defaultLocale],
    setLocale: () => undefined,
  }
})()

// Components shown without a provider (tests, the crash screen) speak English.
const I18nContext = createContext<I18n>(englishOnly)

async function load(locale: Locale): Promise<Lookup> {
  const translation = translations[`./${locale}/index.ts`]
  return translation ? overEnglish((await translation()).messages) : english
}

/** Gives the tree its language and keeps `<html lang>` true to it. */
export function I18nProvider(props: { readonly children: JSX.Element }): JSX.Element {
  const [shown, setShown] = createSignal<{ readonly locale: Locale; readonly lookup: Lookup }>({
    locale: defaultLocale,
    lookup: english,
  })
  const locale = (): Locale => shown().locale
  const format = createMemo(() => makeFormat(locale()))

  let wanted: Locale = defaultLocale
  const show = async (next: Locale): Promise<void> => {
    wanted = next
    const lookup = await load(next)
    // The last choice wins, whichever catalogue arrives last.
    if (wanted === next) setShown({ locale: next, lookup })
  }
  // A catalogue that cannot be fetched leaves the page in the language it has.
  const attempt = (next: Locale): void => void show(next).catch(() => undefined)

  const preferred = preferredLocale(availableLocales)
  if (preferred !== defaultLocale) attempt(preferred)
  createEffect(() => {
    document.documentElement.lang = intlTag[locale()]
  })

  const value: I18n = {
    t: makeTranslate(() => shown().lookup),
    format,
    locale,
    available: availableLocales,
    setLocale: next => {
      keepLocale(next)
      attempt(next)
    },
  }
  return <I18nContext.Provider value={value}>{props.children}</I18nContext.Provider>
}

/**
 * Times below it are those of another zone than the reader's: inside a meeting, of the meeting's. One page has one clock,
 * whoever draws a part of it; where the reader's shows something else the page says so once, with `ZoneNote`.
 *
 * @param props.timeZone IANA name
 */
export function InZone(props: { readonly timeZone: string; readonly children: JSX.Element }): JSX.Element {
  const outer = useContext(I18nContext)
  const value: I18n = { ...outer, format: () => outer.format().inZone(props.timeZone) }
  return <I18nContext.Provider value={value}>{props.children}</I18nContext.Provider>
}

/** The translator; reading it inside JSX keeps the text true to the chosen language. */
export const useT = (): Translate => useContext(I18nContext).t

/** Dates, numbers and lists as the chosen language writes them. Call the result: `format().date(instant)`. */
export const useFormat = (): (() => Format) => useContext(I18nContext).format

export function useLocale(): Pick<I18n, 'locale' | 'available' | 'setLocale'> {
  return useContext(I18nContext)
}
