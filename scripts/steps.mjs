/** Runs named steps, tells how long each took, and adds up what the test runners counted. */
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'

/** @typedef {{ name: string, command: string, args: string[], env?: Record<string, string>, report?: string }} Step */

/**
 * @param {readonly (readonly Step[])[]} stages one after the other; the steps of a stage run side by side, two at a time
 *   A step without a report counts as one test: passed when the command exits 0.
 */
export async function runStages(stages) {
  let passed = 0
  let failed = 0
  for (const stage of stages) {
    const waiting = [...stage]
    const lane = async () => {
      for (let step = waiting.shift(); step; step = waiting.shift()) {
        const { ok, counted, output, seconds } = await runStep(step)
        passed += counted ? counted.passed : ok ? 1 : 0
        failed += counted ? Math.max(counted.failed, ok ? 0 : 1) : ok ? 0 : 1
        process.stdout.write(`${output}${ok ? 'ok    ' : 'FAILED'} ${step.name} (${seconds} s)\n\n`)
      }
    }
    await Promise.all([lane(), lane()])
  }
  console.log(`${passed} passed, ${failed} failed`)
  process.exit(failed === 0 && passed > 0 ? 0 : 1)
}

/** @param {Step} step */
function runStep(step) {
  const started = Date.now()
  if (step.report) rmSync(step.report, { force: true })
  return new Promise(resolve => {
    const child = spawn(step.command, step.args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...step.env },
    })
    let output = ''
    child.stdout.on('data', bytes => (output += bytes))
    child.stderr.on('data', bytes => (output += bytes))
    const end = code => {
      const seconds = ((Date.now() - started) / 1000).toFixed(1)
      resolve({ ok: code === 0, counted: step.report ? countsOf(step.report) : null, output, seconds })
    }
    child.on('error', error => {
      output += `${error.message}\n`
      end(1)
    })
    child.on('close', end)
  })
}

function countsOf(report) {
  if (!existsSync(report)) return null
  const json = JSON.parse(readFileSync(report, 'utf8'))
  if (json.stats) return { passed: json.stats.expected, failed: json.stats.unexpected + json.stats.flaky }
  return { passed: json.numPassedTests, failed: json.numFailedTests }
}

const bin = name => `node_modules/.bin/${name}`

function vitest(name, report, ...args) {
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`]
  return { name, command: bin('vitest'), args: ['run', ...args, ...reporters], report }
}

// Two checkers side by side work out most types twice; a lazier collector takes a gigabyte more, and a third less time.
const thrifty = { GOMAXPROCS: '1', GOGC: '400' }
const known = ['--incremental', '--tsBuildInfoFile', 'node_modules/.cache/types.tsbuildinfo']

/**
 * What needs no browser and no network.
 *
 * @param {{ PROPERTY_MS?: string }} [brief] for how long a property is tried; as often as it asks for, unless given
 * @returns {readonly Step[]} the longest first
 */
export const checks = (brief = {}) => [
  {
    ...vitest('unit and property tests', 'test-results/unit.json', '--exclude', 'tests/integration/**'),
    env: brief,
  },
  { name: 'lint', command: bin('oxlint'), args: ['--type-aware', '--deny-warnings'], env: thrifty },
  { name: 'types', command: bin('tsc'), args: ['--noEmit', '-p', '.', '--singleThreaded', ...known], env: thrifty },
  { name: 'format', command: bin('prettier'), args: ['--check', '--log-level', 'warn', '--cache', '.'] },
  { name: 'layers', command: 'node', args: ['scripts/layers.mjs'] },
]

export const integration = [vitest('integration tests', 'test-results/integration.json', 'tests/integration')]

/** Alone: they measure themselves against a person's patience. */
export const browser = [
  { name: 'browser tests', command: bin('playwright'), args: ['test'], report: 'test-results/e2e.json' },
]
