/**
 * A hash of what a live text says, the same on every replica that holds the same words.
 *
 * It looks at content only: how Yjs has cut the text into structs, what was deleted, and formatting marks without effect
 * (which an editor may tidy away where another has not) make no difference. It needs no type to be declared, so it holds
 * for any document.
 */
import { sha256Hex, type Digest } from '#shared/core'
import * as Y from 'yjs'

/** Nested arrays alone, so that `JSON.stringify` has one way to write it. */
type Plain = null | boolean | number | string | readonly Plain[]
/** Of whatever type: Yjs types a root by the events it sends. */
type AnyType = NonNullable<ReturnType<Y.Doc['share']['get']>>

/** @returns SHA-256 of the content, lower-case hexadecimal */
export function restHash(doc: Y.Doc): Digest {
  const roots: [string, Plain][] = []
  for (const [name, type] of doc.share) {
    const content = contentOf(type)
    // A root that somebody asked for and nobody wrote in is no difference.
    if (content.some(part => part.length > 0)) roots.push([name, content])
  }
  return sha256Hex(JSON.stringify(sorted(roots)))
}

function contentOf(type: AnyType): readonly [readonly Plain[], readonly Plain[]] {
  return [listOf(type), mapOf(type)]
}

function listOf(type: AnyType): readonly Plain[] {
  const list: Plain[] = []
  const marks = new Marks()
  let text = ''
  let textMarks = ''
  const endRun = (): void => {
    if (text !== '') list.push(['text', text, textMarks])
    text = ''
  }
  for (let item = type._start; item !== null; item = item.right) {
    if (item.deleted) continue
    const { content } = item
    if (content instanceof Y.ContentFormat) {
      marks.set(content.key, content.value)
      continue
    }
    if (content instanceof Y.ContentString) {
      if (marks.written !== textMarks) endRun()
      textMarks = marks.written
      text += content.str
      continue
    }
    endRun()
    list.push(['item', valueOf(content), marks.written])
  }
  endRun()
  return list
}

/** Longer than the marks of a link to somewhere. */
const longMarks = 200

/** Those that are on at a place in a text. Written once for all the words that have them, and long ones as their hash. */
class Marks {
  readonly #on = new Map<string, Plain>()
  #written: string | null = null

  get written(): string {
    this.#written ??= shortened(JSON.stringify(sorted([...this.#on])))
    return this.#written
  }

  set(key: string, value: unknown): void {
    if (value === null) this.#on.delete(key)
    else this.#on.set(key, shortened(JSON.stringify(plain(value))))
    this.#written = null
  }
}

function shortened(text: string): string {
  return text.length > longMarks ? sha256Hex(text) : text
}

function mapOf(type: AnyType): readonly Plain[] {
  const entries: [string, Plain][] = []
  for (const [key, item] of type._map) {
    if (!item.deleted) entries.push([key, valueOf(item.content)])
  }
  return sorted(entries)
}

function valueOf(content: Y.Item['content']): Plain {
  if (content instanceof Y.ContentType) return [kindOf(content.type), ...contentOf(content.type)]
  if (content instanceof Y.ContentDoc) return ['document', content.doc.guid, plain(content.opts)]
  return content.getContent().map(plain)
}

/** Said here and not read off the class: a built client's classes have other names. */
function kindOf(type: AnyType): string {
  if (type instanceof Y.XmlElement) return `element ${type.nodeName}`
  if (type instanceof Y.XmlText) return 'xml text'
  if (type instanceof Y.XmlFragment) return 'fragment'
  if (type instanceof Y.XmlHook) return `hook ${type.hookName}`
  if (type instanceof Y.Map) return 'map'
  if (type instanceof Y.Array) return 'array'
  return type instanceof Y.Text ? 'text' : 'type'
}

/** One way to write any value that Yjs carries. */
function plain(value: unknown): Plain {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value
  if (typeof value === 'number') return Number.isFinite(value) ? value : ['number', String(value)]
  if (value instanceof Uint8Array) return ['bytes', ...value]
  if (Array.isArray(value)) return ['list', ...value.map(plain)]
  if (typeof value === 'bigint') return ['bigint', value.toString()]
  if (typeof value !== 'object') return [typeof value]
  return ['object', ...sorted(Object.entries(value).map(([key, inner]) => [key, plain(inner)]))]
}

function sorted(entries: readonly (readonly [string, Plain])[]): readonly (readonly [string, Plain])[] {
  return entries.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
}
