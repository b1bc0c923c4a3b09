import { flatten } from '@solid-primitives/i18n'
import { en } from './en/index.ts'

/** The English catalogue is the measure: its keys and parameters are what every other language may translate. */
type Catalogue = typeof en
type Sentence = string | ((...args: never[]) => string)

/** Dotted path of one text, e.g. `app.nav.home`. */
export type MessageKey = Path<Catalogue>

type Path<T, Prefix extends string = ''> = {
  [K in keyof T & string]: T[K] extends Sentence ? `${Prefix}${K}` : Path<T[K], `${Prefix}${K}.`>
}[keyof T & string]

type At<T, P extends string> = P extends `${infer Head}.${infer Rest}`
  ? Head extends keyof T
    ? At<T[Head], Rest>
    : never
  : P extends keyof T
    ? T[P]
    : never

type Parameters<K extends MessageKey> = At<Catalogue, K> extends (...args: infer A) => string ? A : []

/** Translates: `t('app.nav.home')`, `t('ui.field.over', 12)`. Parameters are those of the catalogue's function. */
export type Translate = <K extends MessageKey>(key: K, ...args: Parameters<K>) => string

/** What a translation may hold: any part of the English catalogue, each text in the same shape. */
export type Translation<T = Catalogue> = {
  readonly [K in keyof T]?: T[K] extends string ? string : T[K] extends Sentence ? T[K] : Translation<T[K]>
}

/** A translation with every text of the English catalogue: one left out does not compile. */
export type WholeTranslation<T = Catalogue> = {
  readonly [K in keyof T]: T[K] extends string ? string : T[K] extends Sentence ? T[K] : WholeTranslation<T[K]>
}

/** One file of a whole translation: `Whole<'motion'>`. */
export type Whole<Slice extends keyof Catalogue> = WholeTranslation<Catalogue[Slice]>

/** Texts by dotted path. */
export type Lookup = Readonly<Record<string, unknown>>

export const english: Lookup = flatten(en)

/** Lays a translation over English, so that a text not yet translated reads in English rather than not at all. */
export function overEnglish(translation: Translation): Lookup {
  const translated: Lookup = flatten<Record<string, unknown>>({ ...translation })
  return { ...english, ...translated }
}

export function makeTranslate(lookup: () => Lookup): Translate {
  return (key, ...args) => {
    const message = lookup()[key]
    if (typeof message === 'function') return String(message(...args))
    return typeof message === 'string' ? message : key
  }
}
