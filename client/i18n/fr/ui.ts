import type { Whole } from '../messages.ts'
import { pluralFor } from '../plural.ts'

const plural = pluralFor('fr')

export const ui: Whole<'ui'> = {
  close: 'Fermer',
  cancel: 'Annuler',
  confirm: 'Confirmer',
  loading: 'Chargement…',
  working: 'Un instant…',
  required: 'obligatoire',
  optional: 'facultatif',
  choose: 'Choisir…',
  more: 'Plus',
  breadcrumbs: 'Vous êtes ici',
  opensElsewhere: 'hors de l’espace de travail',
  dismiss: 'Masquer',
  zone: (zone: string) => `Toutes les heures : ${zone}`,
  copyLink: {
    copy: 'Copier l’adresse',
    copied: 'Copiée',
    failed: 'Le navigateur n’a pas permis de la copier. Sélectionnez l’adresse et copiez-la à la main.',
    done: 'Terminé',
  },
  field: {
    limit: (max: number) => `${plural(max, { one: 'caractère', other: 'caractères' })} au plus.`,
    count: (used: number, max: number) => `${used} sur ${max}`,
    left: (left: number) => `Encore ${plural(left, { one: 'caractère disponible', other: 'caractères disponibles' })}`,
    over: (over: number) =>
      `${plural(over, { one: 'caractère', other: 'caractères' })} de trop. Veuillez raccourcir le texte.`,
  },
  digest: {
    label: 'Empreinte',
    copy: 'Copier l’empreinte entière',
    copied: 'Copié',
    failed: 'Le navigateur n’a pas autorisé la copie. Sélectionnez l’empreinte et copiez-la à la main.',
  },
  tally: {
    part: (label: string, value: number) => `${label} ${value}`,
    none: 'Aucun pour l’instant',
  },
  notice: {
    info: 'Information',
    notice: 'À noter',
    alarm: 'Attention',
    success: 'C’est fait',
  },
}
