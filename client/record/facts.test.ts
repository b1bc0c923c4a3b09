// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { makeFormat } from '../i18n/format.ts'
import { messages } from '../i18n/fr/index.ts'
import { english, makeTranslate, overEnglish } from '../i18n/messages.ts'
import { isMoment, structureWords, valueWords } from './facts.ts'

const en = makeTranslate(() => english)
const fr = makeTranslate(() => overEnglish(messages))

test.each([
  { act: 'motion.closed', fact: 'outcome', value: 'ADOPTED', says: ['Adopted', 'Adopté'] },
  { act: 'motion.opened', fact: 'mode', value: 'correspondence', says: ['By correspondence', 'Par correspondance'] },
  {
    act: 'organisation.entered',
    fact: 'kind',
    value: 'ngo',
    says: ['Non-governmental organisation', 'Organisation non gouvernementale'],
  },
  { act: 'group.created', fact: 'kind', value: 'nwg', says: ['National Working Group', 'Groupe de travail national'] },
  { act: 'plan.created', fact: 'kind', value: 'nap', says: ['National Action Plan', 'Plan d’action national'] },
  { act: 'motion.voided', fact: 'before', value: 'TIE', says: ['Tie', 'Partage des voix'] },
  { act: 'motion.opened', fact: 'mode', value: 'by pigeon', says: [null, null] },
  { act: 'group.created', fact: 'code', value: 'nwg', says: [null, null] },
])('[L1] $fact $value of $act, in each language: $says', ({ act, fact, value, says }) => {
  expect([valueWords(en, act, fact, value), valueWords(fr, act, fact, value)]).toEqual(says)
})

test.each([
  { fact: 'closesAt', value: 1_793_290_740_000, is: true },
  { fact: 'correctionsUntil', value: 1_793_290_740_000, is: true },
  { fact: 'from', value: 1_793_290_740_000, is: true },
  { fact: 'seq', value: 5, is: false },
])('[L1] that $fact $value is a moment: $is', ({ fact, value, is }) => {
  expect(isMoment(fact, value)).toBe(is)
})

const format = makeFormat('en', 'UTC')
const counts = { seats: 5, yes: 4, no: 0, abstain: 1, presentNotVoting: 0, recused: 0, notCast: 0 }

test('[L1] a count is told choice by choice, and what is not known not at all', () => {
  expect(structureWords(en, format, 'tally', counts)).toBe('Yes 4, No 0, Abstain 1')
  expect(structureWords(en, format, 'tallyByConstituency', { NGO: counts })).toBe('NGOs: Yes 4, No 0, Abstain 1')
  expect(structureWords(en, format, 'grade', { level: 'UNANIMOUS', suffix: null })).toBe('No seat against')
  expect(structureWords(en, format, 'weather', counts)).toBeNull()
})
