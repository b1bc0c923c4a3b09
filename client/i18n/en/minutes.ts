export const minutes = {
  general: 'General remarks',
  text: {
    name: (part: string) => `Minutes: ${part}`,
    reading: 'The minute takers write here; you read along.',
  },
}
