/** Colours for people's cursors: white text on each has a contrast of at least 4.5 : 1, and no two are near. */
export const cursorColours: readonly string[] = [
  '#0b5cad',
  '#a3341b',
  '#146c43',
  '#7b2d8e',
  '#7a5600',
  '#9c1c5b',
  '#00676e',
  '#4b4fc4',
  '#5c6300',
  '#8a4513',
]

/** One colour for one person, the same for everybody who looks. @param key what names the person: an id */
export function cursorColour(key: string): string {
  let hash = 0
  for (const character of key) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) >>> 0
  return cursorColours[hash % cursorColours.length] ?? '#0b5cad'
}

/** Black or white, whichever reads better on the colour (WCAG 2 contrast). @param colour `#rrggbb` */
export function readableOn(colour: string): '#000000' | '#ffffff' {
  return contrast(colour, '#ffffff') >= contrast(colour, '#000000') ? '#ffffff' : '#000000'
}

/** WCAG 2 contrast ratio, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return ((lighter ?? 0) + 0.05) / ((darker ?? 0) + 0.05)
}

function luminance(colour: string): number {
  const channel = (start: number): number => {
    const value = Number.parseInt(colour.slice(start, start + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}
