import { expect, test } from 'vitest'
import { bodyInTitle, termsTitle } from './title.ts'

test.each(['Prevention', 'Terms of reference: a body that is called so', ''])(
  '[G10] the body %j is told from the title of its terms',
  body => {
    expect(bodyInTitle(termsTitle(body))).toBe(body)
  },
)

test('[G10] another title names no body', () => {
  expect(bodyInTitle('C.1.1 National Referral Mechanism')).toBeNull()
})
