import type { Whole } from '../messages.ts'

export const titles: Whole<'titles'> = {
  plan: { nap: 'Plan d’action national', children: 'Plan d’action contre la traite des enfants' },
  office: { nationalCoordinator: 'Coordonnateur national', secretariat: 'Secrétariat national' },
  numbered: (title, number) => `${title} (${number})`,
  terms: body => `Termes de référence : ${body}`,
  election: group => `Présidence : ${group}`,
  amendment: text => `Amendement : ${text}`,
  minutes: meeting => `Procès-verbal de « ${meeting} »`,
}
