import type { Whole } from '../messages.ts'
import { pluralFor } from '../plural.ts'

const plural = pluralFor('fr')

export const sync: Whole<'sync'> = {
  here: 'Présents en ce moment',
  others: (count: number) => `et ${plural(count, { one: 'autre', other: 'autres' })}`,
  connecting: 'Connexion…',
  unsaved: 'Enregistrement…',
  late: {
    device:
      'Pas encore enregistré : le serveur ne répond pas depuis un moment. Vos derniers mots sont gardés sur cet appareil.',
    page: 'Pas encore enregistré : le serveur ne répond pas depuis un moment. Vos derniers mots ne sont que sur cette page : laissez-la ouverte.',
  },
  saved: 'Enregistré',
  readOnly: 'En direct : les modifications paraissent ici',
  back: 'La connexion est rétablie.',
  mayWrite: 'Vous pouvez de nouveau écrire ici.',
  mayRead: 'Vous suivez maintenant la lecture.',
  offline: (since: string) => `Pas de connexion depuis ${since}.`,
  hindered: {
    notStored: 'Non enregistré : le serveur ne peut rien enregistrer pour le moment.',
    busy: 'Le serveur est très sollicité pour le moment.',
    tooManyWindows: 'Trop de fenêtres sont ouvertes à votre nom : fermez celles dont vous n’avez pas besoin.',
  },
  words: {
    none: 'Cette page réessaie d’elle-même.',
    stored: 'Ce que vous avez écrit est enregistré ; vous pouvez continuer à écrire.',
    device: 'Vos derniers mots sont gardés sur cet appareil et partiront dès le retour de la connexion.',
    page: 'Vos derniers mots ne sont que sur cette page : gardez-la ouverte jusqu’au retour de la connexion.',
  },
  afresh: {
    differed: 'Cette page ne correspondait plus au texte enregistré et a été rouverte.',
    otherEpoch: 'Le texte a été remplacé par un autre ; voici le nouveau.',
    turnedAway: 'Le texte a été rouvert, sans vos derniers mots : ils se trouvent au-dessus.',
  },
  refused: {
    signInAgain: 'Votre session a pris fin. Connectez-vous à nouveau pour continuer.',
    notPermitted: 'Vous ne pouvez plus écrire ici.',
    noSuchDocument: 'Ce texte n’est pas ici, ou ne vous est pas ouvert.',
    otherEpoch: 'Ce texte a été remplacé pendant votre absence.',
    tooLarge:
      'Le texte dépasse la taille permise. Raccourcissez-le, ou demandez au Secrétariat de partager la section.',
    frozen: 'Ce texte est fermé à l’écriture.',
    other: 'Le serveur n’a pas pu accepter cette modification. Rechargez la page.',
  },
  refusedWords: {
    device: 'Vos derniers mots sont gardés sur cet appareil et partiront à votre retour.',
    page: 'Vos derniers mots ne sont que sur cette page. Copiez-les avant de la quitter.',
    returned: 'Vos derniers mots se trouvent au-dessus du texte.',
  },
  nearlyFull: (share: string) =>
    `Cette section contient ${share} du texte qu’elle peut recevoir. Raccourcissez-la, ou demandez au Secrétariat de la partager.`,
  returned: {
    note: 'De vos modifications manquent au texte',
    title: 'Vos mots qui ne sont pas dans le texte',
    why: {
      signInAgain: 'Votre session a pris fin avant l’enregistrement de ces mots.',
      notPermitted: 'Vous ne pouvez pas écrire ici actuellement : ces mots n’y sont donc pas entrés.',
      noSuchDocument: 'Ce texte ne vous est plus ouvert : ces mots n’y sont donc pas entrés.',
      otherEpoch: 'Le texte a été remplacé par un autre avant l’enregistrement de ces mots.',
      tooLarge:
        'Avec ces mots, le texte dépasserait la taille permise. Raccourcissez-le, ou demandez au Secrétariat de partager la section ; puis remettez-les.',
      frozen: 'Le texte a été fermé à l’écriture avant l’enregistrement de ces mots.',
      removed: 'La partie du texte où vous avez écrit ces mots a été retirée par d’autres.',
      other: 'Le serveur n’a pas pu accepter cette modification.',
    },
    kept: 'Ils sont gardés sur cet appareil, pour vous seul, jusqu’à ce que vous les supprimiez.',
    onPage: 'Ils ne sont que sur cette page : copiez-les avant de la quitter.',
    place: {
      new: 'Un nouveau paragraphe',
      within: (begins: string) => `Dans le paragraphe « ${begins} »`,
      framework: 'Dans le cadre de résultats',
    },
    nothing: 'Vous n’avez fait que retirer du texte, et ce retrait n’a pas été pris. Aucun de vos mots ne manque.',
    dismiss: 'Fermer',
    copy: 'Copier',
    copied: 'Copié.',
    copyFailed: 'Le navigateur n’a pas permis la copie. Sélectionnez les mots et copiez-les à la main.',
    putBack: 'Mettre à la fin du texte',
    putDone: 'Vos mots se trouvent maintenant à la fin du texte.',
    discard: 'Supprimer',
    confirm: {
      title: 'Supprimer ces mots ?',
      text: 'Ils sont retirés de cet appareil et ne pourront pas être retrouvés.',
      act: 'Supprimer les mots',
    },
  },
}
