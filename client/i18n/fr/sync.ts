import type { Whole } from '../messages.ts'

export const sync: Whole<'sync'> = {
  connecting: 'Connexion…',
  unsaved: 'Enregistrement…',
  saved: 'Enregistré',
  readOnly: 'En direct : les modifications paraissent ici',
  back: 'La connexion est rétablie.',
  offline: {
    saved: (since: string) =>
      `Pas de connexion depuis ${since}. Ce que vous avez écrit auparavant est enregistré ; vous pouvez continuer à écrire.`,
    unsaved: (since: string) =>
      `Pas de connexion depuis ${since}. Vos derniers mots ne sont pas encore enregistrés : gardez cette page ouverte, ils partiront au retour de la connexion.`,
  },
  refused: {
    signInAgain: 'Votre session a pris fin. Connectez-vous à nouveau pour continuer.',
    notPermitted: 'Vous ne pouvez plus écrire ici. Rechargez la page pour continuer à lire.',
    noSuchDocument: 'Ce texte n’est pas ici, ou ne vous est pas ouvert.',
    otherEpoch: 'Ce texte a été remplacé pendant votre absence. Rechargez la page pour le voir.',
    tooLarge:
      'Avec cette modification, le texte dépasserait la taille permise. Rechargez la page et faites votre ajout en parties plus petites.',
    frozen: 'Ce texte est fermé à l’écriture.',
    other: 'Le serveur n’a pas pu accepter cette modification. Rechargez la page.',
    unsaved: 'Vos derniers mots ne sont pas enregistrés ici. Copiez-les avant de quitter cette page.',
  },
}
