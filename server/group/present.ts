import { composeGroup, type Composition, type GroupInFull } from '#shared/group'
import type { GroupAnswer, GroupSummary } from '#shared/group/schema'
import type { RuleSet } from '#shared/motion'

/** The group's composition as of the moment it was loaded; persons who may not sign in speak for nobody. [G7, G12] */
export function compositionOf(group: GroupInFull, rules: Pick<RuleSet, 'ngoMinimum'>): Composition {
  const seats = group.seats.map(seat => ({
    constituency: seat.constituency,
    hasOrganisation: seat.organisationId !== null,
    notApplicable: seat.notApplicable,
    representatives: seat.representatives.filter(representative => !representative.suspended).length,
  }))
  return composeGroup(seats, rules.ngoMinimum)
}

export function presentSummary(group: GroupInFull, rules: RuleSet): GroupSummary {
  const { id, kind, code, name, position, chair } = group
  return { id, kind, code, name, position, chair, composition: compositionOf(group, rules) }
}

export function presentGroup(group: GroupInFull, rules: RuleSet): GroupAnswer {
  return {
    ...presentSummary(group, rules),
    seats: group.seats.map(seat => ({ ...seat, representatives: [...seat.representatives] })),
    rules: {
      edition: rules.edition,
      ngoMinimum: rules.ngoMinimum,
      quorumMoreThan: rules.quorumMoreThan,
      ngoQuorumAtLeast: rules.ngoQuorumAtLeast,
      sectionMajority: rules.majority.section,
      planMajority: rules.majority.plan,
      ngoPolicy: rules.ngoPolicy,
    },
  }
}
