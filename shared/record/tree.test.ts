import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bytesToHex, fromBase64, hexToBytes, sha256Bytes, sha256Hex, type Digest } from '#shared/core'
import {
  consistencyRanges,
  inclusionRanges,
  nodesOfRanges,
  rootsOfRanges,
  verifyConsistency,
  verifyInclusion,
} from './proof.ts'
import {
  completedBefore,
  emptyFrontier,
  grow,
  leafDigest,
  nodesOf,
  positionOf,
  rootOfFrontier,
  type TreeNode,
} from './tree.ts'

/** RFC 6962, section 2.1, to the letter. */
const naive = {
  hash: (...parts: readonly (number | Digest)[]): Digest =>
    bytesToHex(
      sha256Bytes(Uint8Array.from(parts.flatMap(part => (typeof part === 'number' ? [part] : [...hexToBytes(part)])))),
    ),
  split: (size: number): number => {
    let k = 1
    while (k * 2 < size) k *= 2
    return k
  },
  root(leaves: readonly Digest[]): Digest {
    if (leaves.length === 0) return naive.hash()
    if (leaves.length === 1) return leaves[0] ?? ''
    const k = naive.split(leaves.length)
    return naive.hash(1, naive.root(leaves.slice(0, k)), naive.root(leaves.slice(k)))
  },
  path(m: number, leaves: readonly Digest[]): readonly Digest[] {
    if (leaves.length <= 1) return []
    const k = naive.split(leaves.length)
    const [left, right] = [leaves.slice(0, k), leaves.slice(k)]
    return m < k ? [...naive.path(m, left), naive.root(right)] : [...naive.path(m - k, right), naive.root(left)]
  },
  subproof(m: number, leaves: readonly Digest[], whole: boolean): readonly Digest[] {
    if (m === leaves.length) return whole ? [] : [naive.root(leaves)]
    const k = naive.split(leaves.length)
    const [left, right] = [leaves.slice(0, k), leaves.slice(k)]
    return m <= k
      ? [...naive.subproof(m, left, whole), naive.root(right)]
      : [...naive.subproof(m - k, right, false), naive.root(left)]
  },
}

const leavesOf = (size: number, salt = ''): readonly Digest[] =>
  Array.from({ length: size }, (_, index) => leafDigest(`${salt}${index}`))

/** The list of complete subtrees, grown leaf by leaf, as the server stores it. */
function stored(leaves: readonly Digest[]) {
  let frontier = emptyFrontier
  const list: Digest[] = []
  for (const leaf of leaves) {
    const grown = grow(frontier, leaf)
    frontier = grown.frontier
    list.push(...grown.completed)
  }
  return { frontier, list, at: (node: TreeNode) => list[positionOf(node)] ?? 'missing' }
}

/** A tree's leaves and an earlier size of it, from 1. */
const grown = fc
  .integer({ min: 1, max: 70 })
  .chain(size => fc.record({ leaves: fc.constant(leavesOf(size)), from: fc.integer({ min: 1, max: size }) }))

describe('the tree', () => {
  test('[L2] grown leaf by leaf has the root that RFC 6962 defines, at every size up to 130', () => {
    const leaves = leavesOf(130)
    let { frontier } = grow(emptyFrontier, leaves[0] ?? '')
    for (const [index, leaf] of leaves.entries()) {
      if (index > 0) frontier = grow(frontier, leaf).frontier
      expect(rootOfFrontier(frontier)).toBe(naive.root(leaves.slice(0, index + 1)))
      expect(frontier.digests).toHaveLength((index + 1).toString(2).replaceAll('0', '').length)
    }
  })

  test('[L2] keeps each complete subtree where its level and index say, and no other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), size => {
        const leaves = leavesOf(size)
        const { list, at } = stored(leaves)
        expect(list).toHaveLength(completedBefore(size))
        for (let level = 0; 2 ** level <= size; level++) {
          for (let index = 0; (index + 1) * 2 ** level <= size; index++) {
            const part = leaves.slice(index * 2 ** level, (index + 1) * 2 ** level)
            expect(at({ level, index })).toBe(naive.root(part))
          }
        }
      }),
      { numRuns: 20 },
    )
  })

  test('[L2] has positions far beyond 32 bits', () => {
    expect(positionOf({ level: 0, index: 2 ** 40 })).toBe(2 ** 41 - 1)
    expect(nodesOf({ start: 0, end: 2 ** 40 + 1 })).toEqual([
      { level: 40, index: 0 },
      { level: 0, index: 2 ** 40 },
    ])
  })
})

describe('proofs', () => {
  test('[L2] are those that RFC 6962 defines, and verify', () => {
    fc.assert(
      fc.property(grown, ({ leaves, from }) => {
        const { at, frontier } = stored(leaves)
        const [size, root] = [leaves.length, rootOfFrontier(frontier)]
        const index = from - 1
        const path = rootsOfRanges(inclusionRanges(index, size), at)
        expect(path).toEqual(naive.path(index, leaves))
        expect(verifyInclusion({ leaf: leaves[index] ?? '', index, size, root, path })).toBe(true)

        const consistency = rootsOfRanges(consistencyRanges(from, size), at)
        expect(consistency).toEqual(naive.subproof(from, leaves, true))
        const earlier = { size: from, root: naive.root(leaves.slice(0, from)) }
        expect(verifyConsistency({ from: earlier, to: { size, root }, path: consistency })).toBe(true)
      }),
    )
  })

  test('[L2] ask for a number of subtrees that grows with the logarithm of the tree', () => {
    for (const size of [1_000_000, 1_048_576, 2 ** 40 + 12_345]) {
      for (const index of [0, 1, size - 1, Math.floor(size / 3)]) {
        expect(nodesOfRanges(inclusionRanges(index, size)).length).toBeLessThanOrEqual(2 * Math.log2(size) + 2)
        expect(nodesOfRanges(consistencyRanges(index + 1, size)).length).toBeLessThanOrEqual(2 * Math.log2(size) + 2)
      }
    }
  })

  test('[L2] of inclusion fail for any other leaf, index, size, root or path', () => {
    fc.assert(
      fc.property(grown, fc.nat(), fc.integer({ min: 1, max: 3 }), ({ leaves, from }, pick, by) => {
        const { at, frontier } = stored(leaves)
        const [index, size] = [from - 1, leaves.length]
        const path = rootsOfRanges(inclusionRanges(index, size), at)
        const proof = { leaf: leaves[index] ?? '', index, size, root: rootOfFrontier(frontier), path }
        const other = sha256Hex('other')
        expect(verifyInclusion({ ...proof, leaf: other })).toBe(false)
        expect(verifyInclusion({ ...proof, root: other })).toBe(false)
        expect(verifyInclusion({ ...proof, index: index + by })).toBe(false)
        expect(verifyInclusion({ ...proof, index: -1 })).toBe(false)
        expect(verifyInclusion({ ...proof, path: [...path, other] })).toBe(false)
        if (path.length === 0) return
        expect(verifyInclusion({ ...proof, path: path.slice(1) })).toBe(false)
        const place = pick % path.length
        expect(verifyInclusion({ ...proof, path: path.map((one, i) => (i === place ? other : one)) })).toBe(false)
      }),
    )
  })

  test('[L2] of consistency fail for a tree of which one earlier leaf is another, whatever is shown', () => {
    fc.assert(
      fc.property(grown, fc.nat(), ({ leaves, from }, pick) => {
        const earlier = { size: from, root: naive.root(leaves.slice(0, from)) }
        const forged = leaves.map((leaf, index) => (index === pick % from ? sha256Hex('forged') : leaf))
        const { at, frontier } = stored(forged)
        const path = rootsOfRanges(consistencyRanges(from, leaves.length), at)
        const to = { size: leaves.length, root: rootOfFrontier(frontier) }
        expect(verifyConsistency({ from: earlier, to, path })).toBe(false)
      }),
    )
  })

  test('[L2] of consistency fail for a tree that lost its last entries, for another path and for a longer one', () => {
    fc.assert(
      fc.property(grown, ({ leaves, from }) => {
        const { at, frontier } = stored(leaves)
        const size = leaves.length
        const [first, last] = [
          { size: from, root: naive.root(leaves.slice(0, from)) },
          { size, root: rootOfFrontier(frontier) },
        ]
        const path = rootsOfRanges(consistencyRanges(from, size), at)
        if (from < size) expect(verifyConsistency({ from: last, to: first, path })).toBe(false)
        expect(verifyConsistency({ from: first, to: last, path: [...path, sha256Hex('more')] })).toBe(false)
        if (path.length > 0) expect(verifyConsistency({ from: first, to: last, path: path.slice(1) })).toBe(false)
        for (const place of path.keys()) {
          const touched = path.map((digest, i) => (i === place ? sha256Hex('other') : digest))
          expect(verifyConsistency({ from: first, to: last, path: touched })).toBe(false)
        }
      }),
    )
  })

  test('[L2] every tree continues the empty one', () => {
    const empty = { size: 0, root: sha256Hex('') }
    expect(verifyConsistency({ from: empty, to: { size: 3, root: naive.root(leavesOf(3)) }, path: [] })).toBe(true)
    expect(verifyConsistency({ from: { size: 0, root: sha256Hex('x') }, to: empty, path: [] })).toBe(false)
  })
})

/** Of Certificate Transparency's own tests: github.com/transparency-dev/merkle, testdata. */
describe('the known vectors', () => {
  const inputs = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f']
  const leaves = inputs.map(hex => sha256Hex(Uint8Array.of(0, ...hexToBytes(hex))))
  const hex = (base64: string): Digest => bytesToHex(fromBase64(base64) ?? new Uint8Array())

  test.each([
    { size: 0, root: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855' },
    { size: 1, root: '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d' },
    { size: 2, root: 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125' },
    { size: 3, root: 'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77' },
    { size: 4, root: 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7' },
    { size: 5, root: '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4' },
    { size: 6, root: '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef' },
    { size: 7, root: 'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c' },
    { size: 8, root: '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328' },
  ])('[L2] root of $size leaves', ({ size, root }) => {
    expect(rootOfFrontier(stored(leaves.slice(0, size)).frontier)).toBe(root)
  })

  test.each([
    { index: 0, size: 1, path: [] },
    {
      index: 0,
      size: 8,
      path: [
        'lqKW0iTyhcZ77pPDD4owkVfw2qNdxbh+QQt4YwoJz8c=',
        'Xwg/ChozygdqlSeYMlgNs+DvRYS9/x9UyKNg9Q3jAx4=',
        'a0eq8p7jwq+a+Im8H7klTavTEXfxYjLdaqsDXKOb9uQ=',
      ],
    },
    {
      index: 5,
      size: 8,
      path: [
        'vBoGQ7EuTS18d5GPROD095qDi2z57FtcKD4fTYhZnms=',
        'yoVOoSjtBQtBs1/8G4e46yveRh6eO1WW7Oa51ZdaCuA=',
        '037kGJdt2VdTwcc4Yrk5j6Kiz5tP8P3+izDNlSCWFLc=',
      ],
    },
    { index: 2, size: 3, path: ['+sVCA+fMaWzw38tCySodnbr3CtnmIfS9jZhmLwDjwSU='] },
    {
      index: 1,
      size: 5,
      path: [
        'bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=',
        'Xwg/ChozygdqlSeYMlgNs+DvRYS9/x9UyKNg9Q3jAx4=',
        'vBoGQ7EuTS18d5GPROD095qDi2z57FtcKD4fTYhZnms=',
      ],
    },
  ])('[L2] leaf $index stands in the tree of $size', ({ index, size, path }) => {
    expect(rootsOfRanges(inclusionRanges(index, size), stored(leaves).at)).toEqual(path.map(hex))
  })

  test.each([
    {
      from: 1,
      to: 8,
      path: [
        'lqKW0iTyhcZ77pPDD4owkVfw2qNdxbh+QQt4YwoJz8c=',
        'Xwg/ChozygdqlSeYMlgNs+DvRYS9/x9UyKNg9Q3jAx4=',
        'a0eq8p7jwq+a+Im8H7klTavTEXfxYjLdaqsDXKOb9uQ=',
      ],
    },
    {
      from: 6,
      to: 8,
      path: [
        'DrxdNDf74tsVi58Sah0RjjCBgQMdCpSfje3t68VY72o=',
        'yoVOoSjtBQtBs1/8G4e46yveRh6eO1WW7Oa51ZdaCuA=',
        '037kGJdt2VdTwcc4Yrk5j6Kiz5tP8P3+izDNlSCWFLc=',
      ],
    },
    {
      from: 2,
      to: 5,
      path: ['Xwg/ChozygdqlSeYMlgNs+DvRYS9/x9UyKNg9Q3jAx4=', 'vBoGQ7EuTS18d5GPROD095qDi2z57FtcKD4fTYhZnms='],
    },
    {
      from: 6,
      to: 7,
      path: [
        'DrxdNDf74tsVi58Sah0RjjCBgQMdCpSfje3t68VY72o=',
        'sIaT7C5yFZcTBkHoIR5+7cy0wmQTlj7ubB4u0W/7Gl8=',
        '037kGJdt2VdTwcc4Yrk5j6Kiz5tP8P3+izDNlSCWFLc=',
      ],
    },
  ])('[L2] the tree of $to continues that of $from', ({ from, to, path }) => {
    const { at } = stored(leaves)
    expect(rootsOfRanges(consistencyRanges(from, to), at)).toEqual(path.map(hex))
  })
})
