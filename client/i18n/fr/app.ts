import type { Whole } from '../messages.ts'

export const app: Whole<'app'> = {
  name: 'Plenary',
  skip: 'Aller au contenu',
  nav: {
    label: 'Navigation principale',
    home: 'Accueil',
    plan: 'Plan',
    children: 'Plan pour les enfants',
    groups: 'Groupes',
    meetings: 'Réunions',
    votes: 'Votes',
    decisions: 'Décisions',
    actionItems: 'Suites à donner',
    record: 'Registre',
    people: 'Personnes',
    published: 'Publié',
    more: 'Plus',
  },
  person: {
    menu: (name: string) => `${name} : votre compte et vos réglages`,
    account: 'Votre compte',
    stillSignedIn: 'Vous êtes toujours connecté : le réseau manque. Réessayez quand il sera de retour.',
    signOut: 'Se déconnecter',
    theme: 'Apparence',
    language: 'Langue',
  },
  theme: {
    system: 'Comme l’appareil',
    light: 'Claire',
    dark: 'Sombre',
  },
  offline: 'Vous êtes hors ligne. Ce que vous voyez peut ne plus être à jour tant que la connexion n’est pas rétablie.',
  sessionEnded: {
    title: 'Votre session a pris fin',
    text: 'Connectez-vous à nouveau pour reprendre où vous en étiez. Ce que vous aviez saisi sur cette page y est encore.',
  },
  notFound: {
    title: 'Il n’y a rien ici',
    text: 'L’adresse est peut-être erronée, ou ce qui se trouvait ici ne vous est pas ouvert.',
    home: 'Aller à l’accueil',
  },
  crash: {
    title: 'Cette page a cessé de fonctionner',
    text: 'Rien de ce que vous avez enregistré n’est perdu. Rechargez la page ; si cela se reproduit, dites au Secrétariat ce que vous faisiez.',
    reload: 'Recharger la page',
    details: 'Ce que signale le navigateur',
  },
  unreachable: {
    title: 'L’espace de travail est injoignable',
    text: 'Vérifiez votre connexion. Cette page réessaie dès qu’elle est rétablie.',
    retry: 'Réessayer',
  },
  outdated: {
    title: 'Plenary a été mis à jour',
    text: 'Cette page appartient à une version antérieure du logiciel. Rechargez-la pour continuer.',
  },
  tagline: 'Là où le Plan d’action national se rédige, se vote et se signe.',
  published: 'Lire le plan publié',
}
