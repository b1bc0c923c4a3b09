import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')

type Side = 0 | 1

/** A token's colour as `#rrggbb`, on the light (0) or the dark (1) side, through `var()`. */
function colour(name: string, side: Side): string {
  const value = new RegExp(`--${name}: ([^;]+);`, 'u').exec(css)?.[1] ?? ''
  const other = /^var\(--([a-z0-9-]+)\)$/u.exec(value)?.[1]
  if (other) return colour(other, side)
  const hex = value.match(/#[0-9a-f]{6}/gu)?.[side]
  if (!hex) throw new Error(`--${name} has no colour on side ${side}`)
  return hex
}

/** Contrast ratio of WCAG 2.2. */
function contrast(one: string, two: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(two)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map(at => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map(part => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

const grounds = ['paper', 'sheet', 'raised']
const toned =
  'accent success notice alarm state ngo partner observer working submitted voting adopted returned rejected waived'.split(
    ' ',
  )

const texts: readonly (readonly [string, string])[] = [
  ...[...grounds, 'sunken'].flatMap(ground => ['ink', 'ink-2', 'ink-3'].map(ink => [ink, ground] as const)),
  ...toned.flatMap(tone => [...grounds, `${tone}-soft`].map(ground => [tone, ground] as const)),
  ...toned.flatMap(tone => ['ink', 'ink-2'].map(ink => [ink, `${tone}-soft`] as const)),
  ...['accent', 'accent-strong'].flatMap(ground => [['on-accent', ground] as const]),
  ['accent-strong', 'accent-soft'],
  ['on-alarm', 'alarm'],
]

describe.each([
  ['light', 0],
  ['dark', 1],
] as const)('on the %s side', (_, side) => {
  test.each(texts)('--%s is readable on --%s', (text, ground) => {
    expect(contrast(colour(text, side), colour(ground, side))).toBeGreaterThanOrEqual(4.5)
  })

  test.each(grounds)('the edges of controls and the focus ring stand out from --%s', ground => {
    expect(contrast(colour('line-strong', side), colour(ground, side))).toBeGreaterThanOrEqual(3)
    expect(contrast(colour('focus', side), colour(ground, side))).toBeGreaterThanOrEqual(3)
  })
})
