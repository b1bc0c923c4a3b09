import type { Whole } from '../messages.ts'
import { pluralFor } from '../plural.ts'

const plural = pluralFor('fr')

export const action: Whole<'action'> = {
  title: 'Suites à donner',
  lead: 'Ce que les réunions ont laissé à faire, par qui et pour quand. Chaque point revient à l’ordre du jour de son groupe jusqu’à sa clôture.',
  tabs: { label: 'De qui', mine: 'Les miennes', all: 'Toutes' },
  filter: {
    group: 'Groupe',
    allGroups: 'Tous les groupes',
    state: 'Afficher',
    open: 'À faire',
    closed: 'Closes',
  },
  caption: { open: 'Suites à donner, par échéance', closed: 'Suites closes, les plus récentes d’abord' },
  text: 'Quoi',
  owner: 'Qui',
  due: 'Échéance',
  from: 'Décidée lors de',
  closedHead: 'Clôture',
  acts: 'Actes',
  overdue: 'En retard',
  yours: 'La vôtre',
  state: { open: 'À faire', done: 'Faite', dropped: 'Abandonnée' },
  closedBy: (name: string) => `par ${name}`,
  empty: {
    mineOpen: 'Il ne vous reste rien à faire',
    mineOpenText:
      'Quand une réunion confie une tâche à l’un de vos sièges, elle figure ici et sur votre page d’accueil jusqu’à ce que vous la déclariez faite.',
    open: 'Il ne reste rien à faire',
    openText: 'Les suites à donner se notent en réunion ou au procès-verbal, chacune avec un siège et une échéance.',
    closed: 'Rien n’est encore clos',
    closedText: 'Ce qui a été fait, ou abandonné pour une raison donnée, reste ici consultable.',
  },
  left: {
    title: 'Reste à faire',
    count: (open: number, overdue: number) =>
      overdue === 0
        ? `${plural(open, { one: 'suite', other: 'suites' })} de réunions précédentes`
        : `${plural(open, { one: 'suite', other: 'suites' })} de réunions précédentes, dont ${overdue} en retard`,
    none: 'Rien ne reste des réunions précédentes.',
    all: 'Toutes les suites à donner',
  },
  add: 'Noter une suite à donner',
  edit: 'Modifier',
  markDone: 'Déclarer faite',
  markDoneItem: (text: string) => `Déclarer faite : ${text}`,
  drop: 'Abandonner',
  more: (text: string) => `Autres actes pour : ${text}`,
  form: {
    addTitle: 'Ce qui est à faire',
    editTitle: 'Modifier la suite à donner',
    text: 'Ce qui est à faire',
    textHint:
      'Une seule chose, pour que l’on puisse dire qu’elle est faite. Rien sur une personne victime ou présumée victime.',
    owner: 'Qui le fait',
    ownerHint: 'Un siège, pour que rien ne se perde quand les personnes changent.',
    due: 'Pour quel jour',
    dueHint: 'Ce jour entier, là où se tient la réunion.',
    add: 'Noter',
    save: 'Enregistrer',
    added: 'C’est noté, au procès-verbal et sur la page d’accueil de l’organisation chargée.',
  },
  close: {
    doneTitle: 'Déclarer faite',
    doneNote: 'Ce qui en est résulté',
    doneNoteHint: 'Pour la prochaine réunion ; rien sur une personne victime ou présumée victime.',
    done: 'Déclarer faite',
    doneSaid: 'Déclarée faite',
    dropTitle: 'Abandonner',
    dropNote: 'Pourquoi le groupe n’en veut plus',
    drop: 'Clore',
    dropSaid: 'Close : abandonnée',
  },
}
