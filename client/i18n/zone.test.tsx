// @vitest-environment jsdom
import { cleanup, render, screen } from '@solidjs/testing-library'
import { afterEach, expect, test } from 'vitest'
import { TimeStamp, ZoneNote } from '#client/ui'
import { InZone } from './provider.tsx'
import { deviceZone, showsOwnClock } from './zone.ts'

const noonInWinter = Date.UTC(2026, 0, 15, 12)
const noonInSummer = Date.UTC(2026, 6, 15, 12)

afterEach(cleanup)

test.each([
  ['Europe/Tirane', noonInWinter, '13:00'],
  ['Europe/Tirane', noonInSummer, '14:00'],
  ['Africa/Dakar', noonInSummer, '12:00'],
])('[M5] in a meeting in %s the time %i is told as %s, whoever draws it', (timeZone, at, text) => {
  render(() => (
    <InZone timeZone={timeZone}>
      <TimeStamp at={at} show="time" />
    </InZone>
  ))
  expect(screen.getByRole('time').textContent).toBe(text)
})

test.each([
  // Another name for the same clock says nothing new.
  ['Europe/Vienna', true],
  ['Europe/London', false],
])('to a reader in %s a meeting in Skopje shows their own clock: %s', (reader, isOwn) => {
  expect(showsOwnClock('Europe/Skopje', noonInSummer, reader)).toBe(isOwn)
})

test('the zone is said where the clock differs, and nothing where it does not', () => {
  render(() => <ZoneNote timeZone="Pacific/Kiritimati" at={noonInSummer} />)
  expect(document.body.textContent).toBe('All times are in Line Islands Time')
  cleanup()
  render(() => <ZoneNote timeZone={deviceZone()} at={noonInSummer} />)
  expect(document.body.textContent).toBe('')
})
