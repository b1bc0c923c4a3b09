// @vitest-environment jsdom
import { cleanup, render, screen } from '@solidjs/testing-library'
import jsQR from 'jsqr'
import { afterEach, expect, test } from 'vitest'
import { QrCode } from './QrCode.tsx'

afterEach(cleanup)

const scale = 4

/** What a camera would see: the dark modules of the drawing, four pixels wide. */
function photograph(svg: Element): ReturnType<typeof jsQR> {
  const side = Number(svg.getAttribute('viewBox')?.split(' ')[2]) * scale
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255)
  const drawn = svg.querySelector('path')?.getAttribute('d') ?? ''
  for (const [, x, y] of drawn.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
    for (let dy = 0; dy < scale; dy++) {
      for (let dx = 0; dx < scale; dx++) {
        const at = ((Number(y) * scale + dy) * side + Number(x) * scale + dx) * 4
        pixels.fill(0, at, at + 3)
      }
    }
  }
  return jsQR(pixels, side, side)
}

test.each([
  'https://plenary.example.org/meetings/0123456789abcdef0123456789abcdef/check-in?code=Zm9vYmFyLWJhei1xdXV4',
  'http://localhost:8080/in/K7QF-2M9X',
])('[M3] a camera reads %s off the code in the room', address => {
  render(() => <QrCode text={address} label="check in" />)
  expect(photograph(screen.getByRole('img', { name: 'check in' }))?.data).toBe(address)
})
