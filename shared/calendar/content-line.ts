/** The lines of a calendar file (RFC 5545, 3.1): written so that any text comes out again as it went in. */

const lineOctets = 75

/** A property with its value as it stands in the file. */
export function contentLine(name: string, value: string): string {
  return fold(`${name}:${value}`)
}

/** A property whose value is text (3.3.11). */
export function textLine(name: string, text: string): string {
  return contentLine(name, escaped(text))
}

/** A parameter's value (3.2). It has no way to hold a quotation mark, so an apostrophe stands for it. */
export function quoted(text: string): string {
  return `"${printable(text).replace(/\n/g, ' ').replaceAll('"', '’')}"`
}

/** @param lines of the whole file; it ends with a line break, as each of them does */
export function calendarText(lines: readonly string[]): string {
  return lines.map(line => `${line}\r\n`).join('')
}

function escaped(text: string): string {
  return printable(text)
    .replace(/[\\;,]/g, sign => `\\${sign}`)
    .replaceAll('\n', '\\n')
}

/** Control characters have no place in a calendar file; of line breaks there is one kind. */
function printable(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\t\n])\p{Cc}/gu, '')
}

/** Breaks a long line into several of at most 75 octets, each but the first behind a space, and no character in two. */
function fold(line: string): string {
  const parts: string[] = []
  let part = ''
  let octets = 0
  for (const character of line) {
    const more = octetsOf(character)
    if (octets + more > lineOctets) {
      parts.push(part)
      part = ''
      octets = 1
    }
    part += character
    octets += more
  }
  return [...parts, part].join('\r\n ')
}

/** In UTF-8 (RFC 3629). */
function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
}
