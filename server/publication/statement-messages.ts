/** The words around what seats said to a vote, on the public page. */
import type { StatementKind } from '#shared/motion'
import type { Language } from './messages.ts'

export interface StatementMessages {
  readonly title: string
  readonly lead: string
  readonly kinds: Readonly<Record<StatementKind, string>>
  readonly filed: (date: string, number: number) => string
  readonly afterCertification: (date: string, number: number) => string
}

export const statementMessages = {
  en: {
    title: 'What seats said to this vote',
    lead: 'In their own words. Nothing in the count was changed by it.',
    kinds: {
      explanation: 'Explanation of vote',
      dissent: 'Dissent',
      waiver: 'Objected, and waived its dissent',
      reservation: 'Reservation',
      correction: 'Correction: another choice was meant',
    },
    filed: (date, number) => `Handed in ${date}${version(number)}`,
    afterCertification: (date, number) => `Handed in ${date}, after the outcome was certified${version(number)}`,
  },
  fr: {
    title: 'Ce que des sièges ont dit de ce vote',
    lead: 'Dans leurs propres mots. Le décompte n’en a pas été modifié.',
    kinds: {
      explanation: 'Explication de vote',
      dissent: 'Opinion dissidente',
      waiver: 'A objecté et renoncé à son opinion dissidente',
      reservation: 'Réserve',
      correction: 'Rectification : un autre choix était voulu',
    },
    filed: (date, number) => `Remise le ${date}${version(number)}`,
    afterCertification: (date, number) => `Remise le ${date}, après la certification du résultat${version(number)}`,
  },
} as const satisfies Record<Language, StatementMessages>

/** The first needs no number. */
function version(number: number): string {
  return number === 1 ? '' : ` (version ${number})`
}
