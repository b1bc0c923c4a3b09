/**
 * What a section version freezes: one JSON value with everything that is voted on, in the form `plenary/section/1`.
 * Its canonical JSON (RFC 8785) is stored byte for byte and its SHA-256 is the version's digest. [E1]
 *
 * Title and code are those of the moment of submission. Ids of elements are in it so that objectives of other sections
 * can depend on them; order is the order of the arrays.
 */
import { canonicalJson, sha256Hex, type Digest, type SectionId } from '#shared/core'
import { narrativeToJson, type NarrativeJson } from '#shared/narrative'
import type { FrameworkTree, Indicator, ObjectiveReference } from './framework/tree.ts'
import type { ComponentNumber, PlanKind, SectionKind } from './states.ts'

export const sectionFormat = 'plenary/section/1'

export interface FrozenSection {
  readonly id: SectionId
  readonly code: string
  readonly title: string
  readonly kind: SectionKind
  readonly component: ComponentNumber | null
}

export interface FrozenIndicator {
  readonly id: string
  readonly text: string
}

export interface FrozenObjective {
  readonly id: string
  readonly letter: string
  readonly text: string
  readonly dependsOn: readonly ObjectiveReference[]
  readonly indicators: readonly FrozenIndicator[]
}

export interface FrozenGoal {
  readonly id: string
  readonly text: string
  readonly targetDate: string | null
  readonly indicators: readonly FrozenIndicator[]
  readonly objectives: readonly FrozenObjective[]
}

export interface SectionContent {
  readonly format: typeof sectionFormat
  readonly plan: PlanKind
  readonly section: FrozenSection
  readonly narrative: NarrativeJson
  readonly framework: { readonly goals: readonly FrozenGoal[] }
}

export function sectionContent(parts: {
  readonly plan: PlanKind
  readonly section: FrozenSection
  readonly narrative: NarrativeJson
  readonly framework: FrameworkTree
}): SectionContent {
  const { id, code, title, kind, component } = parts.section
  return {
    format: sectionFormat,
    plan: parts.plan,
    section: { id, code, title, kind, component },
    narrative: parts.narrative,
    framework: {
      goals: parts.framework.goals.map(goal => ({
        id: goal.id,
        text: goal.text,
        targetDate: goal.targetDate,
        indicators: goal.indicators.map(frozenIndicator),
        objectives: goal.objectives.map(objective => ({
          id: objective.id,
          letter: objective.letter,
          text: objective.text,
          dependsOn: objective.dependsOn,
          indicators: objective.indicators.map(frozenIndicator),
        })),
      })),
    },
  }
}

/** The exact text that is stored and digested. */
export function canonicalSection(content: SectionContent): string {
  const { format, plan, section, narrative, framework } = content
  return canonicalJson({
    format,
    plan,
    section: { ...section },
    narrative: narrativeToJson(narrative),
    framework: {
      goals: framework.goals.map(goal => ({
        ...goal,
        indicators: goal.indicators.map(indicator => ({ ...indicator })),
        objectives: goal.objectives.map(objective => ({
          ...objective,
          indicators: objective.indicators.map(indicator => ({ ...indicator })),
        })),
      })),
    },
  })
}

export function sectionDigest(content: SectionContent): Digest {
  return sha256Hex(canonicalSection(content))
}

/**
 * Reads a stored text. Only for one whose digest has been compared: whatever has the digest was written by
 * `canonicalSection`, so its shape is not checked beyond the format it claims.
 *
 * @returns null for what is not a section of a known format
 */
export function parseSection(text: string): SectionContent | null {
  try {
    const value: unknown = JSON.parse(text)
    const isKnown = typeof value === 'object' && value !== null && 'format' in value && value.format === sectionFormat
    return isKnown ? (value as SectionContent) : null
  } catch {
    return null
  }
}

function frozenIndicator(indicator: Indicator): FrozenIndicator {
  return { id: indicator.id, text: indicator.text }
}
