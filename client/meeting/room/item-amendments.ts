import { ok, type Result } from '#shared/core'
import { fetchAmendments, type AmendmentEntry } from '../../api/amendment.ts'
import type { ApiProblem } from '../../api/call.ts'
import { createFetched } from '../../api/fetched.ts'
import type { FloorItem } from '../../api/room.ts'

interface OfText {
  readonly text: string | undefined
  readonly amendments: readonly AmendmentEntry[]
}

/** Amendments to the text that the item decides on, in the order of voting; of any other text none. [V4] */
export function createItemAmendments(item: () => FloorItem): () => readonly AmendmentEntry[] {
  const text = (): string | undefined => {
    const { subject } = item()
    return subject?.kind === 'sectionVersion' ? subject.id : undefined
  }
  const load = async (): Promise<Result<OfText, ApiProblem>> => {
    const asked = text()
    if (asked === undefined) return ok({ text: asked, amendments: [] })
    const answer = await fetchAmendments(asked)
    return answer.ok ? ok({ text: asked, amendments: answer.value.amendments }) : answer
  }
  const fetched = createFetched(load, ['amendment', 'sectionVersion', 'motion'])
  // The answer for the item before stands until the next has come.
  return () => {
    const found = fetched.value()
    return found?.text === text() ? (found?.amendments ?? []) : []
  }
}

/** Whether one of them is still to be voted on: the text waits for it. [V4] */
export const areWaiting = (amendments: readonly AmendmentEntry[]): boolean =>
  amendments.some(({ disposedAt }) => disposedAt === null)
