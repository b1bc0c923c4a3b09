import type { BenchOptions } from './measurement.ts'

export interface Asked extends Omit<BenchOptions, 'progress'> {
  /** Names of measurements or groups, as given. */
  readonly names: readonly string[]
  readonly help: boolean
  /** The table of docs/performance.md instead of lines. */
  readonly markdown: boolean
}

export const argumentsHelp = `
  --rounds=N     rounds of each comparison (3)
  --trace=FILE   an editing trace, {txns: [{patches: [[position, deleted, inserted]]}]} as .json or .json.gz
  --markdown     the table of docs/performance.md
  --small        sizes that only show that the harness works
`

/** @returns a sentence instead when an argument is not understood */
export function readArguments(given: readonly string[]): Asked | string {
  const values = new Map<string, string>()
  const names: string[] = []
  for (const argument of given) {
    const [, name, value] = /^--?([a-z]+)(?:=(.*))?$/.exec(argument) ?? []
    if (name === undefined) names.push(argument)
    else values.set(name === 'h' ? 'help' : name, value ?? '')
  }
  const known = ['rounds', 'trace', 'markdown', 'small', 'help']
  const unknown = [...values.keys()].find(name => !known.includes(name))
  if (unknown !== undefined) return `There is no option "--${unknown}"; --help lists them.`
  const rounds = Number(values.get('rounds') ?? 3)
  if (!Number.isInteger(rounds) || rounds < 1) return '--rounds takes a whole number.'
  return {
    names,
    rounds,
    trace: values.get('trace') ?? null,
    markdown: values.has('markdown'),
    small: values.has('small'),
    help: values.has('help'),
  }
}
