import { closeCodes } from '#shared/wire'

/** Refusals that have a sentence of their own. */
export type Refusal = 'signInAgain' | 'notPermitted' | 'noSuchDocument' | 'otherEpoch' | 'tooLarge' | 'frozen' | 'other'

const names: ReadonlyMap<number, Refusal> = new Map([
  [closeCodes.signInAgain, 'signInAgain'],
  [closeCodes.notPermitted, 'notPermitted'],
  [closeCodes.noSuchDocument, 'noSuchDocument'],
  [closeCodes.otherEpoch, 'otherEpoch'],
  [closeCodes.tooLarge, 'tooLarge'],
  [closeCodes.frozen, 'frozen'],
] as const)

/** @param code @see closeCodes */
export function refusalOf(code: number): Refusal {
  return names.get(code) ?? 'other'
}
