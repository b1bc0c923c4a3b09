import { narrativeText } from '#shared/narrative'
import type { SectionContent } from './content.ts'

/** All that a section says, in its order: title, text, goals, objectives and indicators. For search, not for reading. */
export function sectionWords({ section, narrative, framework }: SectionContent): string {
  const goals = framework.goals.flatMap(goal => [
    goal.text,
    ...goal.indicators.map(indicator => indicator.text),
    ...goal.objectives.flatMap(({ text, indicators }) => [text, ...indicators.map(indicator => indicator.text)]),
  ])
  return [`${section.code} ${section.title}`, narrativeText(narrative), ...goals].join('\n')
}
