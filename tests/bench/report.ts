/** Figures as lines for a terminal, or as rows of the table in docs/performance.md. */
import { isMet, type Figure, type Goal } from './measurement.ts'

export function line({ what, value, unit, goal, rounds }: Figure): string {
  const held = goal ? `  goal ${bound(goal)} ${unit}  ${isMet(value, goal) ? 'met' : 'MISSED'}` : ''
  const each = rounds && rounds.length > 1 ? `  (${rounds.map(digits).join(', ')})` : ''
  return `  ${what.padEnd(62)} ${digits(value).padStart(8)} ${unit}${each}${held}`
}

export const tableHead = ['| workload | what | median | rounds | goal |  |', '| --- | --- | ---: | --- | --- | --- |']

export function row(name: string, { what, value, unit, goal, rounds }: Figure): string {
  const cells = [
    name,
    what,
    `${digits(value)} ${unit}`.trim(),
    rounds && rounds.length > 1 ? rounds.map(digits).join(', ') : '',
    goal ? `${bound(goal)} ${unit}`.trim() : '',
    goal ? (isMet(value, goal) ? 'met' : '**missed**') : '',
  ]
  return `| ${cells.join(' | ')} |`
}

function bound(goal: Goal): string {
  return 'atMost' in goal ? `≤ ${goal.atMost}` : `≥ ${goal.atLeast}`
}

function digits(value: number): string {
  return value.toFixed(Math.abs(value) < 10 ? 2 : 0)
}
