/** `accepted`: the Secretariat writes it into the text that is circulated next. [workflow "Minutes"] */
export const correctionStates = ['proposed', 'accepted', 'refused'] as const
export type CorrectionState = (typeof correctionStates)[number]
