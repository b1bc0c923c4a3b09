/** Runs named steps one after the other, tells how long each took, and adds up what the test runners counted. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'

/**
 * @param {readonly { name: string, command: string, args: string[], report?: string }[]} steps
 *   A step without a report counts as one test: passed when the command exits 0.
 */
export function runSteps(steps) {
  let passed = 0
  let failed = 0
  for (const step of steps) {
    const started = Date.now()
    if (step.report) rmSync(step.report, { force: true })
    const outcome = spawnSync(step.command, step.args, { stdio: 'inherit' })
    const ok = outcome.status === 0
    const counted = step.report ? countsOf(step.report) : null
    passed += counted ? counted.passed : ok ? 1 : 0
    failed += counted ? Math.max(counted.failed, ok ? 0 : 1) : ok ? 0 : 1
    console.log(`${ok ? 'ok    ' : 'FAILED'} ${step.name} (${((Date.now() - started) / 1000).toFixed(1)} s)\n`)
  }
  console.log(`${passed} passed, ${failed} failed`)
  process.exit(failed === 0 && passed > 0 ? 0 : 1)
}

function countsOf(report) {
  if (!existsSync(report)) return null
  const json = JSON.parse(readFileSync(report, 'utf8'))
  if (json.stats) return { passed: json.stats.expected, failed: json.stats.unexpected + json.stats.flaky }
  return { passed: json.numPassedTests, failed: json.numFailedTests }
}

const bin = name => `node_modules/.bin/${name}`

/** Everything that needs no browser and no network. */
export const checkSteps = [
  { name: 'types', command: bin('tsc'), args: ['--noEmit', '-p', '.'] },
  { name: 'lint', command: bin('oxlint'), args: ['--type-aware', '--deny-warnings'] },
  { name: 'format', command: bin('prettier'), args: ['--check', '--log-level', 'warn', '.'] },
  { name: 'layers', command: 'node', args: ['scripts/layers.mjs'] },
  {
    name: 'unit, property and integration tests',
    command: bin('vitest'),
    args: ['run', '--reporter=default', '--reporter=json', '--outputFile.json=test-results/unit.json'],
    report: 'test-results/unit.json',
  },
]

export const browserSteps = [
  { name: 'browser tests', command: bin('playwright'), args: ['test'], report: 'test-results/e2e.json' },
]
