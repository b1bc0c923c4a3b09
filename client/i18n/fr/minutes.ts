import type { Whole } from '../messages.ts'

export const minutes: Whole<'minutes'> = {
  general: 'Remarques générales',
  text: {
    name: (part: string) => `Procès-verbal : ${part}`,
    reading: 'Les rédacteurs du procès-verbal écrivent ici ; vous suivez la lecture.',
  },
}
