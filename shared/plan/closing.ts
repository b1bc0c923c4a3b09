/** Closing a section's working text for writing, and opening it again. Its versions and votes are not touched. [G8, E1] */
import { err, ok, type Result, type SectionVersionId } from '#shared/core'
import type { Section, TextClosing } from './plan.ts'
import type { PlanProblem } from './problems.ts'

export interface ClosedSection extends Section {
  readonly frozen: TextClosing
}

/**
 * - `section-waived`: nobody writes it as it is.
 * - `text-closed`: it is closed already, by hand or until a vote is over.
 */
export function closeText(
  section: Section,
  closing: TextClosing,
): Result<ClosedSection, Extract<PlanProblem, { type: 'section-waived' | 'text-closed' }>> {
  if (section.waived) return err({ type: 'section-waived' })
  if (section.frozen) return err({ type: 'text-closed', since: section.frozen.at })
  return ok({ ...section, frozen: closing })
}

/**
 * - `text-open`: somebody was quicker, or the vote it was closed for is over.
 *
 * @returns the closing that is over
 */
export function reopenText({
  frozen,
}: Pick<Section, 'frozen'>): Result<TextClosing, Extract<PlanProblem, { type: 'text-open' }>> {
  return frozen ? ok(frozen) : err({ type: 'text-open' })
}

/** @returns the closing that is over when this version has an outcome; null where the text is open or stays closed */
export function closedUntil({ frozen }: Pick<Section, 'frozen'>, versionId: SectionVersionId): TextClosing | null {
  return frozen?.untilVersion === versionId ? frozen : null
}
