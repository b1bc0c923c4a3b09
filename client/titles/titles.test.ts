import { expect, test } from 'vitest'
import { english, makeTranslate, overEnglish } from '../i18n/messages.ts'
import { messages as french } from '../i18n/fr/index.ts'
import { textTitle } from './titles.ts'

const en = makeTranslate(() => english)
const fr = makeTranslate(() => overEnglish(french))
const title = 'As the server calls it'

test.each([
  {
    text: { kind: 'termsVersion', title, name: { kind: 'termsVersion', office: null, group: 'Prevention' } },
    says: ['Terms of reference: Prevention', 'Termes de référence\u202f: Prevention'],
  },
  {
    text: { kind: 'termsVersion', title, name: { kind: 'termsVersion', office: 'secretariat', group: 'NWG' } },
    says: ['Terms of reference: National Secretariat', 'Termes de référence\u202f: Secrétariat national'],
  },
  {
    text: { kind: 'planVersion', title, name: { kind: 'planVersion', plan: 'nap', number: 2 } },
    says: ['National Action Plan (2)', 'Plan d’action national (2)'],
  },
  {
    text: { kind: 'election', title, name: { kind: 'election', group: 'Prevention' } },
    says: ['Chair of Prevention', 'Présidence\u202f: Prevention'],
  },
  {
    text: { kind: 'amendment', title: 'C.1.1 Preamble – Lifeline 24', name: null },
    says: ['Amendment: C.1.1 Preamble – Lifeline 24', 'Amendement\u202f: C.1.1 Preamble – Lifeline 24'],
  },
  {
    text: { kind: 'minutesVersion', title: 'Sixth meeting', name: null },
    says: ['Minutes of “Sixth meeting”', 'Procès-verbal de «\u202fSixth meeting\u202f»'],
  },
  { text: { kind: 'sectionVersion', title: 'C.1.1 Preamble', name: null }, says: ['C.1.1 Preamble', 'C.1.1 Preamble'] },
] as const)('$text.kind, in each language: $says', ({ text, says }) => {
  expect([textTitle(en, text), textTitle(fr, text)]).toEqual(says)
})
