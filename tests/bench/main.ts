/** `npm run bench`: figures with machine and date. Each measurement names the floor or the goal it is held against. */
import { cpus, release, totalmem, type } from 'node:os'
import { measurePages } from './pages.ts'
import type { Measurement } from './measurement.ts'

const measurements: readonly Measurement[] = [measurePages]

const asked = process.argv.slice(2)
if (asked.includes('--help') || asked.includes('-h')) {
  console.log('npm run bench                 all measurements')
  for (const { name, about } of measurements) console.log(`npm run bench -- ${name.padEnd(14)} ${about}`)
  process.exit(0)
}
const unknown = asked.find(name => !measurements.some(measurement => measurement.name === name))
if (unknown !== undefined) {
  console.error(`There is no measurement "${unknown}"; --help lists them.`)
  process.exit(2)
}

const [cpu] = cpus()
console.log(`${new Date().toISOString()} · ${cpu?.model ?? 'unknown processor'} × ${cpus().length}`)
console.log(`${(totalmem() / 2 ** 30).toFixed(0)} GiB · ${type()} ${release()} · Node ${process.versions.node}\n`)
let missed = 0
for (const { name, run } of measurements) {
  if (asked.length > 0 && !asked.includes(name)) continue
  console.log(name)
  for (const { what, value, unit, goal } of await run()) {
    const met = goal === undefined || value <= goal
    if (!met) missed++
    const held = goal === undefined ? '' : `  goal ≤ ${goal} ${unit}  ${met ? 'met' : 'MISSED'}`
    console.log(`  ${what.padEnd(62)} ${value.toFixed(value < 10 ? 2 : 0).padStart(8)} ${unit}${held}`)
  }
}
process.exit(missed === 0 ? 0 : 1)
