/** What a choice does, by an example worked out for the group's seats, and what is wrong with it. */
import { countText, timeText } from '#client/frozen-text'
import type { Format, Translate } from '#client/i18n'
import { dayMs, hourMs } from '#shared/core'
import type { NgoPolicy, RuleSet } from '#shared/motion'
import {
  countBounds,
  exampleSeats,
  isCount,
  isMajority,
  isTime,
  majorityExample,
  policyExample,
  quorumExample,
  seatsIn,
  shareBounds,
  timeBounds,
  valuesOf,
  type GroupSettings,
  type SeatCounts,
  type SettingFault,
  type SettingField,
  type TimeField,
} from '#shared/terms'

/** Times that people count in hours; the others are counted in days. */
const inHours: readonly TimeField[] = ['tieRestMs', 'silenceMs', 'silenceExtensionMs', 'urgentNoticeMs']

export function unitOf(field: TimeField): number {
  return inHours.includes(field) ? hourMs : dayMs
}

/** Some Monday morning, from which times are counted in examples. */
const exampleStart = new Date(2027, 0, 11, 10).getTime()

/** A worked example of one field, by the functions that decide votes. The policy has one for each of its choices. */
export function exampleText(
  t: Translate,
  format: Format,
  field: Exclude<SettingField, 'ngoPolicy'>,
  settings: GroupSettings,
  seats: SeatCounts,
): string {
  const values = valuesOf(settings)
  const quorum = quorumExample(settings.rules, seats)
  if (isTime(field)) {
    const [from, to] = [exampleStart, exampleStart + values[field]].map(at => format.dateTime(at))
    return t(`terms.examples.${field}`, from ?? '', to ?? '')
  }
  if (isMajority(field)) {
    const { seats: all, abstain, yes, no } = majorityExample(values[field], seats)
    return t('terms.examples.majority', all, abstain, yes, no)
  }
  switch (field) {
    case 'ngoMinimum':
      return t('terms.examples.ngoMinimum', seats.NGO, values.ngoMinimum, seats.NGO >= values.ngoMinimum)
    case 'quorumMoreThan':
      return t('terms.examples.quorumMoreThan', quorum.seats, quorum.needed)
    case 'ngoQuorumAtLeast':
      return t('terms.examples.ngoQuorumAtLeast', quorum.ngoSeats, quorum.ngoNeeded)
    case 'extensions':
      return t('terms.examples.extensions', values.extensions)
    case 'secretSplitFrom':
      return t('terms.examples.secretSplitFrom', values.secretSplitFrom)
  }
}

/** What a policy does to a text that all others want and the NGO seats oppose. [V9] */
export function policyText(t: Translate, policy: NgoPolicy, rules: RuleSet, seats: SeatCounts): string {
  const { yes, no, ngoYes, ngoNo, first, second, silent } = policyExample(rules, policy, seats)
  const outcome = (of: typeof first): string => t(`motion.outcome.${of}`)
  return [
    t('terms.examples.policy', yes, no, ngoYes, ngoNo, outcome(first)),
    ...(second === null ? [] : [t('terms.examples.second', outcome(second))]),
    t('terms.examples.silent', outcome(silent)),
  ].join(' ')
}

/** The seats that examples are worked out for: the group's own; those of an example while it has none. */
export function seatsForExamples(seats: SeatCounts): SeatCounts {
  return seatsIn(seats) === 0 ? exampleSeats : seats
}

/** What is wrong with a field, and what would do. */
export function faultText(t: Translate, { field, reason }: SettingFault): string {
  switch (reason) {
    case 'too-small':
      return t('terms.faults.too-small', boundText(t, field, 'least'))
    case 'too-large':
      return t('terms.faults.too-large', boundText(t, field, 'most'))
    default:
      return t(`terms.faults.${reason}`)
  }
}

function boundText(t: Translate, field: SettingField, end: 'least' | 'most'): string {
  if (isCount(field)) return countText(t, field, countBounds[field][end])
  if (isTime(field)) return timeText(t, timeBounds[field][end])
  // Shares are chosen from a list; the ends are told for whoever comes another way.
  const share = end === 'least' ? shareBounds.quorumMoreThan.least : shareBounds.ngoQuorumAtLeast.most
  return `${share.numerator}/${share.denominator}`
}

/** As it begins a line. */
export function beginning(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1)
}
