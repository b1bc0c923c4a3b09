/**
 * Codes of sections are labels worked out from kind and order, never keys: a section that is moved gets a new code and
 * stays the same section. [P2, P4]
 */
import type { ComponentNumber, PlanKind, SectionKind } from './states.ts'

/** What a code is worked out from. */
export interface CodedSection {
  readonly id: string
  readonly kind: SectionKind
  /** None for preamble, background and principles. */
  readonly component: ComponentNumber | null
}

const preliminaryCodes = { preamble: 'B.1', background: 'B.2', principles: 'B.3' } as const satisfies Record<
  Exclude<SectionKind, 'issue'>,
  string
>

/** The children's plan counts for itself and says so in every code. [P8] */
const planPrefixes = { nap: '', children: 'Ch.' } as const satisfies Record<PlanKind, string>

/**
 * @param sections all sections of one plan, in its order; waived ones keep their number, so that a waiver renumbers nothing
 * @returns code by section id: `B.2`, `C.1.4`; of the children's plan `Ch.B.2`, `Ch.C.1.4`
 */
export function sectionCodes<S extends CodedSection>(
  plan: PlanKind,
  sections: readonly S[],
): ReadonlyMap<S['id'], string> {
  const counts = new Map<ComponentNumber | null, number>()
  const codes = new Map<S['id'], string>()
  for (const section of sections) {
    if (section.kind !== 'issue') {
      codes.set(section.id, planPrefixes[plan] + preliminaryCodes[section.kind])
      continue
    }
    const number = (counts.get(section.component) ?? 0) + 1
    counts.set(section.component, number)
    codes.set(section.id, `${planPrefixes[plan]}C.${section.component ?? 0}.${number}`)
  }
  return codes
}

/** `C.1.1(b)` */
export function objectiveCode(sectionCode: string, letter: string): string {
  return `${sectionCode}(${letter})`
}
