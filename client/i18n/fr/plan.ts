import type { Whole } from '../messages.ts'
import { pluralFor } from '../plural.ts'

const plural = pluralFor('fr')

export const plan: Whole<'plan'> = {
  nap: 'Plan d’action national',
  children: 'Plan pour les enfants',
  component: {
    none: 'Avant les composantes',
    c1: 'Cadre de soutien',
    c2: 'Prévention',
    c3: 'Assistance et protection',
    c4: 'Enquêtes et poursuites',
  },
  componentNumber: (number: number) => `Composante ${number}`,
  state: {
    working: 'En rédaction',
    submitted: 'Soumise',
    underVote: 'En cours de vote',
    adopted: 'Adoptée',
    returned: 'Renvoyée',
    rejected: 'Non adoptée',
    waived: 'Omise',
    withdrawn: 'Retirée',
    superseded: 'Remplacée',
  },
  newerText: 'modifiée depuis',
  grade: {
    CONSENSUS: 'par consensus',
    CONSENSUS_WITH_RESERVATIONS: 'par consensus avec réserves',
    UNANIMOUS: 'à l’unanimité',
    SUPERMAJORITY: 'à une large majorité',
    SIMPLE: 'à la majorité simple',
    NGO_OBJECTS: 'objection des sièges d’ONG',
    NGO_SILENT: 'les sièges d’ONG n’ont pas pris position',
  },
  outline: {
    lead: {
      nap: (group: string) =>
        `Chaque section appartient à un groupe, qui la rédige et l’adopte. L’ensemble du plan est adopté par un groupe : ${group}.`,
      children: (group: string) =>
        `Un seul groupe rédige et adopte chaque section, puis l’ensemble du plan : le groupe de travail ${group}.`,
    },
    progress: 'Sections par état',
    adopted: (adopted: number, all: number) => `${adopted} sur ${all} ${adopted < 2 ? 'adoptée' : 'adoptées'}`,
    edited: 'Dernière modification',
    never: 'Pas encore modifiée',
    writes: 'Vous rédigez ici',
    hidden: (count: number) =>
      `${plural(count, { one: 'section', other: 'sections' })} de groupes où vous ne siégez pas vous ${count < 2 ? 'reste fermée' : 'restent fermées'} jusqu’à publication.`,
    empty: {
      title: 'Aucune section ne vous est ouverte',
      text: 'Vous lisez les projets des groupes où vous siégez. Une fois un plan approuvé et publié, tout le monde peut le lire.',
    },
    none: {
      title: 'Il n’y a pas encore de plan',
      text: 'Le plan est créé lorsque le Secrétariat met en place l’espace de travail.',
    },
    versions: 'Versions candidates et approuvées',
  },
  arrange: {
    menu: (code: string) => `Organiser la section ${code}`,
    add: 'Ajouter une section',
    rename: 'Renommer',
    assign: 'Confier à un autre groupe',
    up: 'Monter',
    down: 'Descendre',
    component: (number: number, title: string) => `Déplacer vers ${number} ${title}`,
    waive: 'Omettre la section…',
    takeUp: 'La reprendre',
    title: 'Titre',
    group: 'Groupe qui la rédige et l’adopte',
    componentField: 'Composante',
    save: 'Enregistrer',
    renameTitle: (code: string) => `Renommer la section ${code}`,
    assignTitle: (code: string) => `Qui rédige la section ${code} ?`,
    assignText:
      'Les représentants des sièges de ce groupe avec droit de vote rédigent désormais la section ; ceux du groupe actuel la suivent en lecture.',
    addText:
      'Un nouveau thème se place à la fin de sa composante et commence par un texte vide et un seul but stratégique.',
    addTitle: 'Ajouter une section',
    waiveTitle: (code: string) => `Omettre la section ${code} ?`,
    waiveText:
      'La section garde son code et son texte, mais personne ne la rédige tant qu’elle n’est pas reprise. Le motif est visible de tous.',
    waiveReason: 'Motif',
    waiveConfirm: 'Omettre la section',
    codes: 'Les codes suivent l’ordre. Les versions déjà soumises gardent le code qu’elles avaient alors.',
    moved: (code: string) => `Déplacée. La section est maintenant ${code}.`,
    saved: 'Enregistré.',
  },
  section: {
    eyebrow: (code: string) => `Section ${code}`,
    tabs: {
      label: 'Parties de cette section',
      text: 'Texte',
      framework: 'Cadre de résultats',
      versions: 'Versions',
    },
    owner: (group: string) => `Rédaction et adoption : ${group}`,
    readOnly: {
      comment: (group: string) =>
        `Vous suivez en lecture. La section est rédigée par les représentants du groupe ${group}.`,
      nwg: 'Vous suivez en lecture. La section est rédigée par les membres du Groupe de travail national, la Coordination nationale et le Secrétariat.',
      read: (group: string) =>
        `Vous lisez au titre du suivi indépendant. La section est rédigée par les représentants du groupe ${group}.`,
      waived: (reason: string) =>
        `Le plan ne comporte pas cette section ; personne ne la rédige à présent. Motif : ${reason}`,
    },
  },
  closing: {
    badge: 'Fermé à la rédaction',
    title: (name: string, organisation: string | null, at: string) =>
      `Fermé à la rédaction par ${organisation ? `${name}, ${organisation},` : name} le ${at}`,
    reason: (reason: string) => `Motif : ${reason}`,
    again: {
      mine: 'Vous pouvez le rouvrir sous Versions.',
      nwg: 'La Coordination nationale ou le Secrétariat peut le rouvrir.',
      twg: (group: string) => `La présidence du groupe ${group} peut le rouvrir.`,
    },
    earlier: {
      mine: 'Vous pouvez le rouvrir plus tôt sous Versions.',
      nwg: 'La Coordination nationale ou le Secrétariat peut le rouvrir plus tôt.',
      twg: (group: string) => `La présidence du groupe ${group} peut le rouvrir plus tôt.`,
    },
    until: (number: number) =>
      `Il se rouvre de lui-même à l’issue du vote sur la version ${number}, ou si cette version est retirée.`,
    close: 'Fermer le texte à la rédaction',
    closeTitle: (code: string) => `Fermer le texte de ${code} à la rédaction ?`,
    closeText:
      'Dès lors, personne ne le rédige, pas même vous, jusqu’à ce qu’il soit rouvert. La lecture continue, comme les versions et les votes. Les mots que quelqu’un n’a pas encore pu envoyer lui sont rendus, pour être repris quand il sera rouvert. L’acte figure au registre.',
    field: 'Motif',
    hint: 'Visible de tous ceux qui lisent la section.',
    closed: 'Le texte est fermé à la rédaction.',
    reopen: 'Rouvrir le texte à la rédaction',
    reopenTitle: (code: string) => `Rouvrir le texte de ${code} à la rédaction ?`,
    reopenText: (group: string) =>
      `Ceux qui rédigent pour le groupe ${group} peuvent continuer aussitôt. L’acte figure au registre.`,
    reopenUntil: (number: number) =>
      `Il était fermé jusqu’à l’issue du vote sur la version ${number}. Ce qui est écrit désormais ne fait pas partie de cette version.`,
    reopened: 'Le texte est rouvert à la rédaction.',
  },
  damaged: {
    badge: 'Une partie n’a pas pu être lue',
    title: (at: string) => `Une partie de ce texte n’a pas pu être lue à son ouverture le ${at}`,
    text: 'Il reste tel qu’il était auparavant, fermé à la rédaction jusqu’à ce que le Secrétariat le rouvre.',
    setAside: (count: number, names: string) =>
      `${plural(count, { one: 'modification', other: 'modifications' })}${names === '' ? '' : ` de ${names}`} ${count < 2 ? 'a été mise' : 'ont été mises'} de côté. Voyez ce qui manque avant d’ouvrir le texte.`,
    download: 'Télécharger ce qui a été mis de côté',
    resume: 'Ouvrir à la rédaction en l’état',
    resumeTitle: (code: string) => `Ouvrir le texte de ${code} à la rédaction en l’état ?`,
    resumeText: (group: string) =>
      `Ceux qui rédigent pour le groupe ${group} repartent du texte tel qu’il est affiché maintenant. L’acte figure au registre.`,
    resumeKept:
      'Ce qui a été mis de côté n’en fait pas partie. Cela reste conservé et téléchargeable ici, afin que les mots manquants puissent être réécrits.',
    resumeScreens:
      'Quiconque a encore d’autres mots à l’écran se les voit proposer à nouveau. Rien n’est fusionné en silence.',
    resumeClosed:
      'Le texte était aussi fermé à la rédaction, à la main ou jusqu’à l’issue d’un vote. Cette fermeture demeure.',
    resumed: 'Le texte continue en l’état.',
    kept: (count: number) =>
      `${plural(count, { one: 'modification a été mise', other: 'modifications ont été mises' })} de côté lorsqu’une partie de ce texte n’a pas pu être lue.`,
    notSubmitted: 'Le texte n’est pas soumis tant qu’une partie n’en peut être lue : il y manque peut-être des mots.',
    staysClosed:
      'Personne ne le rédige pour autant tant que le Secrétariat ne l’a pas ouvert, car une partie n’a pas pu en être lue. L’acte figure au registre.',
  },
  framework: {
    title: 'Cadre de résultats',
    goal: 'But stratégique',
    goalNumber: (number: number) => `But ${number}`,
    objective: (letter: string) => `Objectif ${letter}`,
    objectives: 'Objectifs',
    indicators: 'Indicateurs',
    indicatorOfGoal: (number: number) => `Indicateur ${number} du but`,
    indicator: (letter: string, number: number) => `Indicateur ${number} de l’objectif ${letter}`,
    targetDate: 'Échéance',
    dateUnset: 'Fixer une date',
    noDate: 'Pas encore d’échéance',
    blank: 'Pas encore rédigé',
    addGoal: 'Ajouter un but',
    addObjective: 'Ajouter un objectif',
    addIndicator: 'Ajouter un indicateur',
    addLink: 'Ce dont il dépend…',
    arrange: (what: string) => `Organiser : ${what}`,
    up: 'Monter',
    down: 'Descendre',
    remove: 'Supprimer',
    removed: (what: string) => `Supprimé : ${what}. Ctrl+Z pour annuler.`,
    dependsOn: 'Dépend de',
    unlink: (code: string) => `Ne dépend plus de ${code}`,
    lost: 'un objectif qui n’existe plus ou ne vous est pas ouvert',
    link: {
      title: (letter: string) => `Que faut-il atteindre avant l’objectif ${letter} ?`,
      text: 'Choisissez des objectifs de cette section ou de toute autre. Les liens suivent lorsque les sections et les objectifs sont déplacés.',
      search: 'Trouver un objectif',
      hint: 'Par son code ou par ses mots.',
      none: 'Aucun objectif ne contient ces mots.',
      done: 'Terminé',
    },
    empty: {
      title: 'Pas encore de but',
      text: 'Un but dit ce qui doit être atteint ; les objectifs disent comment ; les indicateurs montrent si cela l’a été.',
    },
    faults: {
      title: 'Éléments qui ont perdu leur place',
      text: 'Quelqu’un a supprimé ce à quoi ils appartenaient pendant leur rédaction, ou un logiciel étranger les a écrits. La section ne peut pas être soumise tant qu’ils sont ici.',
      take: (letter: string) => `Placer sous l’objectif ${letter}`,
      takeGoal: 'Placer sous le but',
      remove: 'Supprimer',
      blank: 'Sans texte',
    },
  },
  versions: {
    title: 'Versions',
    empty: {
      text: 'Quand le groupe s’accorde sur un texte, l’un de ses représentants le soumet. Il est figé en une version que la présidence peut mettre aux voix ; le texte de travail continue.',
    },
    readAndPut: 'Lire et mettre aux voix',
    submit: 'Soumettre ce texte',
    cannotSubmit: (group: string) => `Les versions sont soumises par les représentants du groupe ${group}.`,
    number: (number: number) => `Version ${number}`,
    submittedBy: (name: string, organisation: string | null) => (organisation ? `${name}, ${organisation}` : name),
    newer: 'Le texte de travail a été modifié depuis la dernière version.',
  },
  submit: {
    title: (code: string) => `Soumettre ${code}`,
    lead: 'Voici le texte tel qu’il est actuellement enregistré. Une fois soumis, il est figé définitivement sous son empreinte et peut être mis aux voix dans votre groupe.',
    confirm: 'Soumettre exactement ce texte',
    digest: 'Empreinte de ce texte',
    seat: 'Soumettre pour le siège',
    unsaved: 'Vos derniers mots ne sont pas encore enregistrés. Attendez qu’ils le soient, puis vérifiez à nouveau.',
    already: (number: number, state: string) => `Ce texte exact est déjà la version ${number} (${state}).`,
    movedOn:
      'Quelqu’un a modifié le texte pendant votre lecture. Le voici dans son état actuel ; relisez-le avant de soumettre.',
    again: 'Relire',
    close: 'Fermer le texte de travail jusqu’à l’issue du vote',
    closeHint:
      'Personne ne le rédige entre-temps. Il se rouvre de lui-même avec le résultat, ou si la version est retirée ; vous pouvez aussi le rouvrir plus tôt.',
    done: (number: number) => `Soumise comme version ${number}.`,
    doneClosed: (number: number) =>
      `Soumise comme version ${number}. Le texte de travail est fermé à la rédaction jusqu’à l’issue du vote.`,
    faults: 'Le texte ne peut pas être figé en l’état :',
    fault: {
      narrative: (place: string) => `le texte courant contient un élément qui n’est pas du texte (à ${place})`,
      framework: 'le cadre de résultats contient un élément qui a perdu sa place',
    },
  },
  version: {
    eyebrow: (code: string, number: number) => `${code} · Version ${number}`,
    exact: 'Le texte exact',
    facts: 'À propos de cette version',
    digest: 'Empreinte (SHA-256)',
    intact: 'Le texte enregistré a bien cette empreinte.',
    altered: {
      title: 'Ce texte a été altéré dans le stockage',
      text: 'Ce qui est conservé n’a plus l’empreinte sous laquelle il a été soumis. Il n’est pas affiché et ne peut être ni mis aux voix ni approuvé. Avertissez le Secrétariat et la Coordination nationale ; le registre montre quelle inscription en répondait.',
    },
    submitted: 'Soumise',
    by: 'Par',
    seat: 'Pour le siège',
    decided: 'Décision',
    toVote: 'Aller au vote',
    putToVote: 'Mettre aux voix',
    renamed: (code: string, title: string) => `La section est maintenant ${code} ${title}.`,
    withdraw: 'Retirer',
    withdrawTitle: (number: number) => `Retirer la version ${number} ?`,
    withdrawText:
      'La version reste au dossier comme retirée et n’est pas mise aux voix. Le même texte peut être soumis à nouveau.',
    withdrawn: 'Retirée.',
  },
}
