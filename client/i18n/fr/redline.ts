import type { Whole } from '../messages.ts'
import { pluralFor } from '../plural.ts'

const plural = pluralFor('fr')

export const redline: Whole<'redline'> = {
  view: {
    label: 'Texte ou modifications',
    text: 'Texte',
    changes: {
      sectionVersion: 'Modifications depuis la version adoptée',
      termsVersion: 'Modifications depuis la version adoptée',
      planVersion: 'Modifications depuis la version approuvée',
      minutesVersion: 'Modifications depuis la version distribuée auparavant',
    },
    amendment: 'Ce qu’il change',
  },
  inserted: { begin: 'inséré :', end: 'fin de l’insertion' },
  removed: { begin: 'supprimé :', end: 'fin de la suppression' },
  title: 'Titre',
  footnote: 'Note',
  formerly: shape => `Auparavant ${shape}.`,
  shapes: {
    paragraph: 'un paragraphe',
    heading: level => `un titre de niveau ${level}`,
    bulletList: 'une liste à puces',
    orderedList: 'une liste numérotée',
  },
  unchanged: {
    blocks: count => `Afficher ${plural(count, { one: 'paragraphe inchangé', other: 'paragraphes inchangés' })}`,
    items: count => `Afficher ${plural(count, { one: 'point inchangé', other: 'points inchangés' })}`,
    elements: count => `Afficher ${plural(count, { one: 'élément inchangé', other: 'éléments inchangés' })}`,
  },
  objective: letter => `Objectif ${letter}`,
  indicator: 'Indicateur',
  same: 'Les textes sont identiques.',
  distance: words =>
    `${plural(words, { one: 'mot inséré ou supprimé', other: 'mots insérés ou supprimés' })} en tout. Les mots soulignés ont été insérés, les mots barrés supprimés.`,
  sameRules: 'Les règles sont les mêmes.',
  rules: count => `${plural(count, { one: 'choix modifié', other: 'choix modifiés' })} en tout.`,
  none: {
    sectionVersion: 'Aucune version de cette section n’a été adoptée avant celle-ci : tout y est nouveau.',
    termsVersion: 'Cet organe n’avait pas de termes de référence en vigueur avant cette version : tout y est nouveau.',
    planVersion: 'Aucune version de ce plan n’a été approuvée avant celle-ci : tout y est nouveau.',
    minutesVersion: 'Ce procès-verbal n’a pas été distribué auparavant : tout y est nouveau.',
  },
  altered: 'L’un des deux textes a été altéré dans le stockage et n’est pas affiché. Prévenez le Secrétariat.',
  choose: 'Comparer avec',
  option: (number, state) => `Version ${number} (${state})`,
  pair: (to, from) => `Version ${to} comparée à la version ${from}.`,
  pairAdopted: (to, from, date) => `Version ${to} comparée à la version ${from}, adoptée le ${date}.`,
  pairCirculated: (to, from) => `Procès-verbal distribué dans sa version ${to}, comparé à la version ${from}.`,
  general: 'Observations générales',
  part: { inserted: 'Nouveau point', removed: 'Point disparu' },
  facts:
    'Ce que l’espace consigne ici (présences, textes, votes, déclarations) a changé aussi : lisez-le dans le procès-verbal.',
  takenUp: 'n’avait pas de texte dans la version précédente.',
  ownPage: 'Ouvrir sur sa propre page',
  compare: 'Ce qui a changé depuis la version distribuée auparavant',
  tabs: { label: 'Cette version', text: 'Texte exact', changes: 'Comparer avec une autre version' },
}
