import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanFileName, endingOf, fileNameLimit, kindOfName } from './index.ts'

const clean: readonly (readonly [string, string, string])[] = [
  ['a plain name', 'Decree 12.pdf', 'Decree 12.pdf'],
  ['a name in Cyrillic', 'Записник од состанок.pdf', 'Записник од состанок.pdf'],
  ['a path', '../../etc/passwd.pdf', 'passwd.pdf'],
  ['a path of Windows', 'C:\\Users\\me\\decree.pdf', 'decree.pdf'],
  ['an escaped path', '..%2f..%2fetc%2fpasswd.pdf', '%2f..%2fetc%2fpasswd.pdf'],
  ['a NUL', 'decree.exe\0.pdf', 'decree.exe.pdf'],
  ['a NUL before the ending that counts', 'decree.pdf\0.exe', 'decree.pdf.exe'],
  ['a line break', 'decree\r\nSet-Cookie: a=b.pdf', 'decree Set-Cookie- a=b.pdf'],
  ['an override of the direction', 'decree\u202efdp.exe', 'decreefdp.exe'],
  ['an isolate and a zero-width space', '\u2066de\u200bcree\u2069.pdf', 'decree.pdf'],
  ['a hidden file', '.htaccess', 'htaccess'],
  ['dots that Windows drops', 'decree.pdf. . .', 'decree.pdf'],
  ['a stream of Windows', 'decree.pdf:evil.exe', 'decree.pdf-evil.exe'],
  ['quotation marks', 'the "decree".pdf', 'the -decree-.pdf'],
  ['letters with their accents apart', 'arre\u0301te\u0301.pdf', 'arrêté.pdf'.replace('ê', 'é')],
  ['half a pair', '\ud83d.pdf', 'pdf'],
  ['nothing', '', ''],
  ['dots alone', '...', ''],
]

test.each(clean)('[M1] %s is cleaned', (_what, raw, name) => {
  expect(cleanFileName(raw)).toBe(name)
})

test.each([
  ['300 letters', `${'a'.repeat(300)}.pdf`],
  ['300 pictures of two units each', `${'\u{1f469}'.repeat(300)}.pdf`],
])('[M1] %s are shortened and keep their ending', (_what, raw) => {
  const name = cleanFileName(raw)
  expect([...name]).toHaveLength(fileNameLimit)
  expect(endingOf(name)).toBe('pdf')
})

test('[M1] an ending of 300 letters is none that is taken', () => {
  expect(kindOfName(cleanFileName(`decree.${'pdf'.repeat(100)}`))).toBeNull()
})

test('[M1] what was hidden between two spaces leaves one', () => {
  expect(cleanFileName('a\t\u0000\tb.pdf')).toBe('a b.pdf')
})

test('[M1] a cleaned name is clean: nothing hidden, no path, no more than the limit, and itself when cleaned again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), raw => {
      const name = cleanFileName(raw)
      expect(name).not.toMatch(/[\p{C}/\\<>:"|?*]|^[. ]|[. ]$/u)
      expect([...name].length).toBeLessThanOrEqual(fileNameLimit)
      expect(cleanFileName(name)).toBe(name)
    }),
    { numRuns: 1000 },
  )
})
