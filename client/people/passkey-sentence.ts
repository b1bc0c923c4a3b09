import type { Translate } from '#client/i18n'
import { sentenceFor } from '../api/sentence.ts'
import type { PasskeyProblem } from './passkey.ts'

/** What became of asking for a passkey, for the reader. */
export function passkeySentence(t: Translate, problem: PasskeyProblem): string {
  if (problem.type === 'passkey-cancelled') return t('people.passkey.cancelled')
  if (problem.type === 'passkey-known') return t('people.passkey.known')
  return sentenceFor(t, problem)
}
