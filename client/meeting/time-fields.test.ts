import { expect, test } from 'vitest'
import { movedEnd, readTimes } from './time-fields.ts'

const now = Date.UTC(2026, 10, 23, 9)
const fields = { startsAt: '2026-12-01T10:00', endsAt: '2026-12-01T12:00', timeZone: 'Europe/Tirane' }

test.each([
  [{}, { ok: true, startsAt: Date.UTC(2026, 11, 1, 9), endsAt: Date.UTC(2026, 11, 1, 11) }],
  [{ timeZone: 'America/New_York' }, { ok: true, startsAt: Date.UTC(2026, 11, 1, 15) }],
  [{ startsAt: '' }, { ok: false, startsAt: 'fill' }],
  [{ endsAt: '' }, { ok: false, endsAt: 'fill' }],
  [{ startsAt: '2026-11-23T10:00' }, { ok: false, startsAt: 'past' }],
  [{ endsAt: '2026-12-01T10:00' }, { ok: false, endsAt: 'endsFirst' }],
])('[M1] the fields with %j: %j', (change, read) => {
  expect(readTimes({ ...fields, ...change }, now)).toMatchObject(read)
})

test('[M1] the end moves with the beginning', () => {
  expect(movedEnd(fields, '2026-12-08T14:30')).toBe('2026-12-08T16:30')
  expect(movedEnd(fields, '')).toBe('2026-12-01T12:00')
})
