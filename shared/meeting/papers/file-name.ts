import { fileNameLimit } from './limits.ts'
import { endingOf } from './kinds.ts'

/**
 * A file's name as it is kept, shown and handed out again: the last part of a path, without characters that cannot be
 * seen or that turn the line around (`exe.fdp` behind U+202E reads `pdf.exe` backwards), without those that mean
 * something to a file system, and not longer than is shown. A long name loses the end of its stem, never its ending.
 *
 * @param raw as the browser names it, or whoever calls the API
 * @returns possibly empty: a name of nothing but what is left out
 */
export function cleanFileName(raw: string): string {
  const last = raw.split(/[/\\]/).at(-1) ?? ''
  const visible = last
    .normalize('NFC')
    .replace(/[\p{Z}\t\n\r]/gu, ' ')
    .replace(/\p{C}/gu, '')
    // Only now: what was hidden between two spaces is gone.
    .replace(/ +/g, ' ')
    .replace(/[<>:"|?*]/g, '-')
  return shorten(trimmed(visible))
}

/** Some systems hide names that begin with a dot, and drop dots and spaces at the end. */
function trimmed(name: string): string {
  return name.replace(/^[. ]+/, '').replace(/[. ]+$/, '')
}

function shorten(name: string): string {
  // By code points: half of a pair would be no text any more.
  const characters = Array.from(name)
  if (characters.length <= fileNameLimit) return name
  const ending = endingOf(name)
  if (ending === '' || ending.length > 8) return trimmed(characters.slice(0, fileNameLimit).join(''))
  const stem = characters.slice(0, fileNameLimit - ending.length - 1).join('')
  return `${trimmed(stem)}.${ending}`
}
