import { expect, test } from 'vitest'
import fc from 'fast-check'
import { asId, sha256Hex, type Digest } from '#shared/core'
import { approvalText, minutesChainStart, sealOf, verifyMinutesChain, type SealedMinutes } from './seal.ts'

/** A chain over these texts. */
function chainOf(texts: readonly string[]): readonly SealedMinutes[] {
  let previous: Digest = minutesChainStart
  return texts.map((text, index) => {
    const approval = approvalText({ motion: asId(`m${index}`), at: index, grade: null })
    const digest = sha256Hex(text)
    const seal = sealOf(previous, digest, approval)
    previous = seal
    return { chainNumber: index + 1, digest, approval, seal }
  })
}

const texts = fc.array(fc.string(), { minLength: 1, maxLength: 8 })
/** Of another text than any in the chain. */
const otherDigest = fc.string().map(text => sha256Hex(`another: ${text}`))

test('[M5] the seal is SHA-256 over the seal before, the digest and the digest of the approval', () => {
  const approval = approvalText({ motion: asId('m'), at: 1, grade: { level: 'SIMPLE', suffix: null } })
  expect(approval).toBe('{"at":1,"grade":{"level":"SIMPLE","suffix":null},"motion":"m"}')
  const [before, text] = ['1'.repeat(64), '2'.repeat(64)]
  expect(sealOf(before, text, approval)).toBe(sha256Hex(`${before}${text}${sha256Hex(approval)}`))
})

test('[M5] a chain as it was sealed verifies, however long', () => {
  expect(verifyMinutesChain([])).toBeNull()
  fc.assert(fc.property(texts, all => verifyMinutesChain(chainOf(all)) === null))
})

test('[M5] whatever is changed of a link, the chain breaks there', () => {
  fc.assert(
    fc.property(
      texts,
      fc.nat(),
      fc.constantFrom('digest', 'approval', 'seal'),
      otherDigest,
      (all, at, member, value) => {
        const chain = chainOf(all)
        const index = at % chain.length
        const altered = chain.map((link, place) => (place === index ? { ...link, [member]: value } : link))
        return verifyMinutesChain(altered) === index + 1
      },
    ),
  )
})

test('[M5] a link left out, slipped in or out of order breaks the chain', () => {
  const chain = chainOf(['one', 'two', 'three'])
  const [one, two, three] = chain
  if (!one || !two || !three) throw new Error('three links')
  expect(verifyMinutesChain([one, three])).toBe(2)
  expect(verifyMinutesChain([two, three])).toBe(1)
  expect(verifyMinutesChain([one, three, two])).toBe(2)
  expect(verifyMinutesChain([one, one, two, three])).toBe(2)
  expect(verifyMinutesChain([one, two, { ...three, chainNumber: 4 }])).toBe(3)
})
