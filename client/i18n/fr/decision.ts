import type { Whole } from '../messages.ts'
import { pluralFor } from '../plural.ts'

const plural = pluralFor('fr')

export const decision: Whole<'decision'> = {
  title: 'Décisions',
  lead: 'Chaque texte sur lequel un groupe a statué, par son numéro : ce qui fut décidé, la position des sièges et le lieu de la décision.',
  find: 'Rechercher',
  findHint: 'Des mots du titre ou du texte ; accents et majuscules sont indifférents.',
  group: 'Groupe',
  allGroups: 'Tous les groupes',
  year: 'Année',
  allYears: 'Toutes les années',
  found: (count: number) => plural(count, { one: 'décision', other: 'décisions' }),
  caption: 'Décisions, les plus récentes d’abord',
  number: 'Numéro',
  text: 'Texte',
  outcome: 'Résultat',
  whole: 'Tous les sièges',
  ngo: 'Sièges des ONG',
  taken: 'Prise le',
  vote: 'Le vote',
  minutes: 'Procès-verbal',
  empty: {
    title: 'Rien n’est encore décidé',
    text: 'Quand un vote adopte ou n’adopte pas un texte, la décision reçoit un numéro dans son groupe et son année et figure ici pour toujours.',
    noneFound: 'Aucune décision ne contient ces mots',
    noneFoundText: 'Essayez moins de mots, un autre groupe ou une autre année.',
    clear: 'Afficher toutes les décisions',
  },
  note: {
    heading: 'Au relevé des décisions',
    title: (number: string) => `Décision ${number}`,
    takenIn: 'Prise lors de',
    register: 'Toutes les décisions',
  },
}
