import { expect, test } from 'vitest'
import { makeTranslate } from '../i18n/messages.ts'
import { record } from '../i18n/en/record.ts'
import { actText, pageOf, things } from './acts.ts'

const t = makeTranslate(() => ({ 'record.acts.seat.created': 'Seat created' }))

test('[L1] an act is told in words, one without words by its code', () => {
  expect(actText(t, 'seat.created')).toBe('Seat created')
  expect(actText(t, 'seat.polished')).toBe('seat.polished')
})

test('[L1] every act that has words belongs to a thing of the filter', () => {
  const acted = new Set(Object.keys(record.acts).map(act => act.split('.')[0]))
  expect(new Set<string | undefined>(things)).toEqual(acted)
})

test.each([
  { act: 'ballot.cast', subject: 'm1', page: '/motions/m1' },
  { act: 'version.adopted', subject: 'v1', page: '/versions/v1' },
  { act: 'person.entered', subject: 'p1', page: null },
  { act: 'group.created', subject: null, page: null },
])('[L1] $act of $subject leads to $page', ({ act, subject, page }) => {
  expect(pageOf(act, subject)).toBe(page)
})
