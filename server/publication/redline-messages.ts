/** The words of a redline on the public page. */
import type { RedlineLabels } from '#shared/redline'
import { dateIn } from './layout.ts'
import type { Language } from './messages.ts'

export interface RedlineMessages {
  readonly labels: Omit<RedlineLabels, 'reference'>
  readonly changed: (number: number) => string
  readonly same: (number: number) => string
  readonly added: (number: number) => string
  readonly key: string
}

const dateLabel = (language: Language) => (date: string) => dateIn(language, Date.parse(`${date}T12:00:00Z`))

export const redlineMessages = {
  en: {
    labels: {
      inserted: { begin: 'inserted:', end: 'end of insertion' },
      removed: { begin: 'deleted:', end: 'end of deletion' },
      title: 'Title',
      footnote: 'Footnote',
      formerly: shape => `Was ${shape}.`,
      shapes: {
        paragraph: 'a paragraph',
        heading: level => `a heading of level ${level}`,
        bulletList: 'a bulleted list',
        orderedList: 'a numbered list',
      },
      unchangedBlocks: count => `Show ${count} unchanged paragraphs`,
      unchangedItems: count => `Show ${count} unchanged items`,
      unchangedElements: count => `Show ${count} unchanged elements`,
      framework: 'Results framework',
      goal: 'Strategic goal',
      objective: letter => `Objective ${letter}`,
      indicator: 'Indicator',
      blank: 'No words.',
      targetDate: 'Target date',
      date: dateLabel('en'),
      dependsOn: 'Depends on',
    },
    changed: number => `What changed since version ${number}`,
    same: number => `The same text as in version ${number}.`,
    added: number => `Had no text in version ${number}.`,
    key: 'Underlined words were inserted, struck-through words deleted.',
  },
  fr: {
    labels: {
      inserted: { begin: 'inséré\u202f:', end: 'fin de l’insertion' },
      removed: { begin: 'supprimé\u202f:', end: 'fin de la suppression' },
      title: 'Titre',
      footnote: 'Note',
      formerly: shape => `Auparavant ${shape}.`,
      shapes: {
        paragraph: 'un paragraphe',
        heading: level => `un titre de niveau ${level}`,
        bulletList: 'une liste à puces',
        orderedList: 'une liste numérotée',
      },
      unchangedBlocks: count => `Afficher ${count} paragraphes inchangés`,
      unchangedItems: count => `Afficher ${count} points inchangés`,
      unchangedElements: count => `Afficher ${count} éléments inchangés`,
      framework: 'Cadre de résultats',
      goal: 'But stratégique',
      objective: letter => `Objectif ${letter}`,
      indicator: 'Indicateur',
      blank: 'Sans texte.',
      targetDate: 'Échéance',
      date: dateLabel('fr'),
      dependsOn: 'Dépend de',
    },
    changed: number => `Ce qui a changé depuis la version ${number}`,
    same: number => `Le même texte que dans la version ${number}.`,
    added: number => `N’avait pas de texte dans la version ${number}.`,
    key: 'Les mots soulignés ont été insérés, les mots barrés supprimés.',
  },
} as const satisfies Record<Language, RedlineMessages>
