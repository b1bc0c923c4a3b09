import { expect, test } from 'vitest'
import { messages as fr } from '../i18n/fr/index.ts'
import { english, makeTranslate, overEnglish } from '../i18n/messages.ts'
import { subjectTitle } from './subject-title.ts'

const t = makeTranslate(() => english)
const french = makeTranslate(() => overEnglish(fr))

test('[V4] a vote on an amendment is not called like a vote on its text', () => {
  expect(subjectTitle({ kind: 'amendment', title: 'C.1.1 – Lifeline 24' }, t)).toBe('Amendment: C.1.1 – Lifeline 24')
  expect(subjectTitle({ kind: 'sectionVersion', title: 'C.1.1' }, t)).toBe('C.1.1')
})

test.each([
  ['Prevention', 'Termes de référence\u202f: Prevention'],
  ['National Secretariat', 'Termes de référence\u202f: Secrétariat national'],
])('[G10] a vote on the terms of %s is called in the language of its reader', (body, expected) => {
  const title = `Terms of reference: ${body}`
  expect(subjectTitle({ kind: 'termsVersion', title }, french)).toBe(expected)
  expect(subjectTitle({ kind: 'termsVersion', title }, t)).toBe(title)
})
