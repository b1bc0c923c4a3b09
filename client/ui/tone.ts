import './tone.css'

/** The colours a component may take; each is a class in tone.css. Colour never stands alone: a label says the same. */
export const tones = [
  'neutral',
  'accent',
  'info',
  'success',
  'notice',
  'alarm',
  'state',
  'ngo',
  'partner',
  'observer',
  'working',
  'submitted',
  'voting',
  'adopted',
  'returned',
  'rejected',
  'waived',
] as const

export type Tone = (typeof tones)[number]

export const toneClass = (tone: Tone): string => `ui-tone-${tone}`
