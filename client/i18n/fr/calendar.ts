import type { Whole } from '../messages.ts'

export const calendar: Whole<'calendar'> = {
  meeting: {
    title: 'Dans votre calendrier',
    download: 'Télécharger cette réunion',
    downloadHint:
      'Un fichier pour votre calendrier. Il ne change pas quand la réunion change ; un abonnement, lui, suit.',
    subscribe: 'S’abonner à un calendrier',
  },
  account: {
    title: 'Calendriers',
    lead: 'Vos réunions dans le calendrier de votre téléphone ou de votre ordinateur, qui les tient à jour.',
    subscribe: 'S’abonner',
    empty:
      'Aucun calendrier ne lit encore vos réunions. Abonnez-vous, puis donnez l’adresse à votre logiciel de calendrier.',
    since: (date: string) => `depuis le ${date}`,
    read: (when: string) => `dernière lecture ${when}`,
    neverRead: 'pas encore lu',
    end: 'Mettre fin',
    endOf: (name: string) => `Mettre fin à l’abonnement : ${name}`,
    endTitle: (name: string) => `Mettre fin à l’abonnement à ${name} ?`,
    endText:
      'Son adresse ne donne plus rien désormais, et le logiciel de calendrier qui la lit ne montre plus de réunions. Vous pouvez vous abonner à nouveau à tout moment.',
    endConfirm: 'Mettre fin à l’abonnement',
    ended: 'L’abonnement a pris fin',
  },
  all: 'Toutes mes réunions',
  dialog: {
    title: 'S’abonner à un calendrier',
    lead: 'Votre logiciel de calendrier demande vos réunions environ toutes les heures : nouvelles réunions, nouveaux horaires et annulations.',
    which: 'Quelles réunions',
    allHint: 'Toutes les réunions auxquelles vous êtes invité, de tous les groupes',
    groupHint: 'Toutes les réunions de ce groupe',
    make: 'Créer une adresse',
    readyTitle: 'L’adresse de votre calendrier',
    ready:
      'Elle n’est montrée que cette fois. Qui la connaît peut lire le calendrier sans se connecter : gardez-la pour vous.',
    address: 'Adresse',
    addressHint: 'Donnez-la à votre logiciel de calendrier là où il demande un calendrier sur internet.',
    open: 'Ouvrir dans mon logiciel de calendrier',
  },
}
