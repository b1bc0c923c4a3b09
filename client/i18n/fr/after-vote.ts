import type { afterVote as english } from '../en/after-vote.ts'

export const afterVote: typeof english = {
  pausedTag: 'Suspendu',
  paused: 'Le vote est suspendu pour une cause technique. Les bulletins sont de nouveau reçus après sa reprise.',
  together: {
    title: 'À deux personnes',
    lead: 'L’une demande, l’autre confirme dans les 24 heures. Les deux actes sont inscrits au registre.',
    act: {
      pause: 'Suspendre le vote',
      resume: 'Reprendre le vote',
      void: 'Annuler le vote',
      certify: 'Certifier le résultat',
      reconcile: 'Constater la conciliation',
    },
    noun: {
      pause: 'Suspension du vote',
      resume: 'Reprise du vote',
      void: 'Annulation du vote',
      certify: 'Certification du résultat',
      reconcile: 'Conciliation',
    },
    what: {
      pause: 'Aucun bulletin n’est reçu pendant la suspension, et l’échéance est repoussée d’autant.',
      resume: 'Les bulletins sont de nouveau reçus, et l’échéance est repoussée de la durée de la suspension.',
      void: 'Le vote perd son résultat pour toujours. Les bulletins restent, chacun voit par qui et pourquoi il a été annulé, et le texte peut être remis aux voix.',
      certify:
        'Le résultat et les déclarations qui l’accompagnent restent tels quels. Un vote certifié ne peut plus être annulé.',
      reconcile: 'Le second tour peut alors s’ouvrir aussitôt, sans attendre la fin du délai.',
    },
    as: {
      chair: 'la présidence',
      secretariat: 'le Secrétariat',
      ngoHead: 'le titulaire d’un siège d’ONG',
    },
    asked: (by, as) => `Demandé par ${by}, pour ${as}`,
    waits: (as, until) => `Attend la confirmation par ${as}, jusqu’au ${until}.`,
    confirmed: (one, other) => `${one} et ${other}`,
    withdrawn: by => `Retiré par ${by}`,
    declined: (by, other) => `Demandé par ${by}, décliné par ${other}`,
    lapsed: by => `Demandé par ${by}, non confirmé à temps`,
    ask: 'Demander la confirmation',
    confirm: 'Confirmer',
    withdraw: 'Retirer',
    decline: 'Décliner',
    declineText: 'Le vote reste tel quel. Chacun voit que cela a été demandé et que vous avez décliné.',
    withdrawText: 'Le vote reste tel quel. Chacun voit que vous l’avez demandé puis retiré.',
    done: 'Confirmé. C’est inscrit au registre.',
    sent: 'Demandé. La confirmation est attendue.',
    takenBack: 'Retiré.',
    wasDeclined: 'Décliné. C’est inscrit au registre.',
    cause: 'Cause',
    text: {
      pause: 'Cause technique',
      resume: 'Ce qui a été réparé',
      void: 'Ce qui n’allait pas',
      certify: 'Remarque',
      reconcile: 'Ce qui a été convenu',
    },
    causes: {
      technicalFault: 'Un défaut technique',
      wrongText: 'Un texte erroné',
      compositionError: 'Une erreur dans la composition',
    },
    history: 'Actes à deux antérieurs',
  },
  standing: {
    title: 'La suite',
    certified: 'Certifié',
    published: 'Publié',
    reconciled: 'Conciliation',
    certifiable: 'Le résultat peut être certifié par la présidence et le Secrétariat ensemble.',
    awaited: (names, until) =>
      `${names} : objection. Une opinion dissidente peut être remise, ou abandonnée, jusqu’au ${until}. Ensuite, le résultat peut être certifié sans elle.`,
    secondRound: from =>
      `Le second tour peut s’ouvrir à partir du ${from}, ou dès que la présidence et le titulaire d’un siège d’ONG constatent ensemble ce qui a été convenu.`,
    secondRoundNow: 'Le second tour peut s’ouvrir maintenant.',
    toText: 'Aller au texte',
    takenUp: 'Le texte a été remis aux voix depuis.',
    toNextVote: 'Aller à ce vote',
    publish: 'Publier le résultat',
    publishText:
      'Le résultat certifié est marqué comme publié. Les noms des personnes restent tus selon le réglage de l’espace.',
    publishDone: 'Publié.',
  },
  nextStep: {
    toVote: 'Vers le vote',
    held: {
      title: 'Les sièges d’ONG sont entendus',
      text: until =>
        `La majorité est acquise, mais aucun siège d’ONG n’a pris position. Jusqu’au ${until}, eux seuls sont entendus ; ensuite le texte tient, ou revient.`,
    },
    reconcile: {
      title: 'Renvoyé pour conciliation',
      text: until =>
        `Plus de sièges d’ONG étaient contre ce texte que pour. D’ici au ${until}, la présidence et le titulaire d’un siège d’ONG peuvent constater ensemble ce qui a été convenu. Ensuite, ce même texte passe au second tour.`,
    },
    secondRound: {
      title: 'Prêt pour le second tour',
      recorded:
        'Ce qui a été convenu est inscrit au registre. Ce même texte peut être mis aux voix pour la seconde fois.',
      over: 'Le délai de conciliation est écoulé. Ce même texte peut être mis aux voix pour la seconde fois.',
    },
    dissent: {
      title: 'Adopté malgré l’objection des sièges d’ONG',
      text: (names, until) =>
        `${names} : une opinion dissidente, imprimée avec le texte, peut être remise ou abandonnée jusqu’au ${until}. Le résultat est certifié ensuite.`,
    },
    certify: {
      title: 'Adopté, pas encore certifié',
      text: 'La présidence et le Secrétariat certifient le résultat ensemble. Jusque-là, le vote peut être annulé pour une cause prévue.',
    },
    part: {
      cast: 'Votre siège est entendu maintenant : dites si vous êtes pour ou contre.',
      confirm: by => `${by} vous demande de confirmer. Lisez ce qui est écrit, puis confirmez ou déclinez.`,
      asked: 'Vous l’avez demandé. La confirmation de la seconde personne est attendue.',
      chair: 'Vous présidez le groupe : parlez avec les sièges d’ONG, puis constatez ce qui a été convenu.',
      ngoHead:
        'Vous êtes titulaire d’un siège d’ONG : convenez avec la présidence de ce qu’il faut, puis constatez-le ensemble.',
      secretariat: 'Le Secrétariat réunit la présidence et les sièges d’ONG. Le constat leur revient.',
      openMeeting: 'Vous présidez le groupe : remettez le texte aux voix.',
      openByPost: 'Vous pouvez ouvrir le second tour par correspondance. En réunion, c’est la présidence.',
      write:
        'Vous pouvez continuer à rédiger. Ce que vous changez vient dans une nouvelle version, avec son propre premier tour.',
      dissent: 'Votre siège s’est opposé : remettez son opinion dissidente, ou renoncez-y.',
      certify: 'Vous êtes l’une des deux personnes qui le certifient.',
      none: 'Rien ne vous est demandé. Le vote montre la suite.',
    },
    act: {
      cast: 'Déposer le bulletin',
      confirm: 'Lire et répondre',
      chair: 'Constater la conciliation',
      ngoHead: 'Constater la conciliation',
      openMeeting: 'Vers le second tour',
      openByPost: 'Vers le second tour',
      dissent: 'Faire une déclaration',
      certify: 'Certifier le résultat',
    },
  },
  statements: {
    title: 'Déclarations des sièges',
    lead: 'Dans les mots des sièges. Elles figurent à côté du décompte et n’y changent rien.',
    empty: 'Aucun siège n’a fait de déclaration.',
    kind: {
      explanation: 'Explication de vote',
      dissent: 'Opinion dissidente',
      waiver: 'Renonciation à l’opinion dissidente',
      reservation: 'Réserve',
      correction: 'Rectification : un autre choix était voulu',
    },
    hint: {
      explanation: 'Pourquoi le siège a choisi ainsi.',
      dissent: 'Imprimée avec le texte partout où il figure.',
      waiver: 'Le siège s’est opposé et ne remet pas d’opinion dissidente.',
      reservation: 'Ce à quoi le siège ne se lie pas.',
      correction: 'Le bulletin compte tel qu’il a été émis ; ceci apprend au lecteur qu’un autre choix était voulu.',
    },
    make: 'Faire une déclaration',
    seat: 'Pour le siège de',
    which: 'Nature',
    words: 'Texte',
    wordsHint: 'Texte simple. Aucune donnée de victimes, et de nul autre par son nom sans nécessité.',
    file: 'Remettre',
    done: 'Remise. Elle figure avec le vote.',
    kept: 'Remise et conservée. C’est la déclaration du titulaire qui vaut.',
    headPrevails:
      'Le titulaire du siège s’est exprimé. Votre déclaration est conservée, mais c’est celle du titulaire qui vaut.',
    by: (name, rank) => `pour le siège : ${name} (${rank})`,
    aside: count => `Remises, et ne valant pas (${count})`,
    because: {
      head: 'Elle ne vaut pas : la parole du titulaire passe avant celle d’un suppléant.',
      later: 'Elle ne vaut pas : une déclaration ultérieure l’a remplacée.',
    },
    later: 'Remises après la certification',
    laterLead: 'Elles figurent à côté de ce qui a été certifié et n’y remplacent rien.',
    withText: 'Déclarations imprimées avec ce texte',
    withVersion: version => `Déclarations imprimées avec la version adoptée ${version}`,
  },
}
