import type { Translate } from '#client/i18n'
import { planTitle, textTitle } from '#client/titles'
import type { RecordPageAnswer } from '../api/record.ts'

export type Named = Pick<RecordPageAnswer, 'names' | 'texts' | 'plans'>

/** What the thing with this id is called, in the reader's language where the workspace calls it. */
export function nameIn(t: Translate, { names, texts, plans }: Named, id: string): string | undefined {
  const [text, plan] = [texts[id], plans[id]]
  if (text) return textTitle(t, text)
  return plan ? planTitle(t, plan) : names[id]
}
