import { closeCodes } from '#shared/wire'

const names: ReadonlyMap<number, Refusal> = new Map([
  [closeCodes.signInAgain, 'signInAgain'],
  [closeCodes.notPermitted, 'notPermitted'],
  [closeCodes.noSuchDocument, 'noSuchDocument'],
  [closeCodes.otherEpoch, 'otherEpoch'],
  [closeCodes.tooLarge, 'tooLarge'],
  [closeCodes.frozen, 'frozen'],
] as const)

/** Refusals that have a sentence of their own. */
export type Refusal = 'signInAgain' | 'notPermitted' | 'noSuchDocument' | 'otherEpoch' | 'tooLarge' | 'frozen' | 'other'

/** @param code @see closeCodes */
export function refusalOf(code: number | null): Refusal {
  return names.get(code ?? 0) ?? 'other'
}
