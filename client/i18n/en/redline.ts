import { pluralFor } from '../plural.ts'

const plural = pluralFor('en')

export const redline = {
  view: {
    label: 'Text or changes',
    text: 'Text',
    changes: {
      sectionVersion: 'Changes since the adopted version',
      termsVersion: 'Changes since the adopted version',
      planVersion: 'Changes since the endorsed version',
      minutesVersion: 'Changes since the version circulated before',
    },
    amendment: 'What it changes',
  },
  inserted: { begin: 'inserted:', end: 'end of insertion' },
  removed: { begin: 'deleted:', end: 'end of deletion' },
  title: 'Title',
  footnote: 'Footnote',
  formerly: (shape: string) => `Was ${shape}.`,
  shapes: {
    paragraph: 'a paragraph',
    heading: (level: number) => `a heading of level ${level}`,
    bulletList: 'a bulleted list',
    orderedList: 'a numbered list',
  },
  unchanged: {
    blocks: (count: number) => `Show ${plural(count, { one: 'unchanged paragraph', other: 'unchanged paragraphs' })}`,
    items: (count: number) => `Show ${plural(count, { one: 'unchanged item', other: 'unchanged items' })}`,
    elements: (count: number) => `Show ${plural(count, { one: 'unchanged element', other: 'unchanged elements' })}`,
  },
  objective: (letter: string) => `Objective ${letter}`,
  indicator: 'Indicator',
  same: 'The texts are the same.',
  distance: (words: number) =>
    `${plural(words, { one: 'word', other: 'words' })} inserted or deleted in all. Underlined words were inserted, struck-through words deleted.`,
  sameRules: 'The rules are the same.',
  rules: (count: number) => `${plural(count, { one: 'choice', other: 'choices' })} changed in all.`,
  none: {
    sectionVersion: 'No version of this section was adopted before this one: all of it is new.',
    termsVersion: 'This body had no terms of reference in force before this version: all of it is new.',
    planVersion: 'No version of this plan was endorsed before this one: all of it is new.',
    minutesVersion: 'These minutes were not circulated before: all of them is new.',
  },
  altered: 'One of the two texts was altered in storage and is not shown. Tell the Secretariat.',
  choose: 'Compare with',
  option: (number: number, state: string) => `Version ${number} (${state})`,
  pair: (to: number, from: number) => `Version ${to} compared with version ${from}.`,
  pairAdopted: (to: number, from: number, date: string) =>
    `Version ${to} compared with version ${from}, adopted on ${date}.`,
  pairCirculated: (to: number, from: number) =>
    `Minutes as circulated in version ${to}, compared with version ${from}.`,
  general: 'General remarks',
  part: { inserted: 'New item', removed: 'Item gone' },
  facts:
    'What the workspace keeps here (attendance, texts, votes, statements) changed as well: read it in the minutes.',
  takenUp: 'had no text in the version before.',
  ownPage: 'Open on a page of its own',
  compare: 'What changed since the version circulated before',
  tabs: { label: 'This version', text: 'Exact text', changes: 'Compare with another version' },
}
