import { err, ok, type Instant, type Result } from '#shared/core'
import type { SectionContent } from '#shared/plan'
import { compareSections } from '#shared/redline'
import type { Change } from './amendment.ts'
import { applyAmendment } from './apply.ts'
import type { OvertakenBecause } from './moves.ts'
import type { ChangeProblem } from './problems.ts'

/** How far the text would move: words that go and words that come. 0 for what does not fit the text. [V4] */
export function distanceFrom(content: SectionContent, amendment: { readonly changes: readonly Change[] }): number {
  const amended = applyAmendment(content, amendment)
  return amended.ok ? compareSections(content, amended.value).distance : 0
}

/** In the order of voting: furthest from the text first; of equally far ones the one received first, then by id. [V4] */
export function orderAmendments<
  A extends { readonly id: string; readonly distance: number; readonly receivedAt: Instant },
>(amendments: readonly A[]): readonly A[] {
  return amendments.toSorted(
    (one, other) =>
      other.distance - one.distance ||
      one.receivedAt - other.receivedAt ||
      (one.id < other.id ? -1 : Number(one.id > other.id)),
  )
}

const becauseOf = {
  'words-not-found': 'words-gone',
  'words-found-twice': 'words-repeated',
  'changes-overlap': 'words-repeated',
  'nothing-changed': 'nothing-left',
} as const satisfies Record<ChangeProblem['type'], OvertakenBecause>

/**
 * What becomes of an open amendment when another one has made a new version: it goes on, on the new text, where its words
 * still stand there; else it is overtaken. [V4]
 */
export function rebase(
  amended: SectionContent,
  amendment: { readonly changes: readonly Change[] },
): Result<void, OvertakenBecause> {
  const applied = applyAmendment(amended, amendment)
  return applied.ok ? ok() : err(becauseOf[applied.problem.type])
}
