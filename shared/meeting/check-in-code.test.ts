import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { shortCheckInCode, typedCheckInCode } from './check-in-code.ts'

test('[M3] the short code is eight letters and digits that nobody confuses, the same for one code', () => {
  fc.assert(
    fc.property(fc.string(), code => {
      const short = shortCheckInCode(code)
      expect(short).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
      expect(shortCheckInCode(code)).toBe(short)
      expect(shortCheckInCode(`${code}.`)).not.toBe(short)
    }),
  )
})

test.each(['K0QF-1M9X', 'k0qf1m9x', ' kOqf im9x ', 'K0QF–LM9X'])('[M3] %j is understood', typed => {
  expect(typedCheckInCode(typed)).toBe('K0QF-1M9X')
})
