/** `npm run bench`: figures with machine and date. Each measurement names the floor or the goal it is held against. */
import { cpus, release, totalmem, type } from 'node:os'
import { argumentsHelp, readArguments } from './arguments.ts'
import { isMet, type Figure, type Measurement } from './measurement.ts'
import { motionMeasurements } from './motion/index.ts'
import { measurePages } from './pages.ts'
import { measureParticipation } from './participation.ts'
import { line, row, tableHead } from './report.ts'
import { syncMeasurements } from './sync/index.ts'

const groups: Readonly<Record<string, readonly Measurement[]>> = { motion: motionMeasurements, sync: syncMeasurements }
const measurements: readonly Measurement[] = [
  measurePages,
  measureParticipation,
  ...motionMeasurements,
  ...syncMeasurements,
]

const asked = readArguments(process.argv.slice(2))
if (typeof asked === 'string') stop(asked)
if (asked.help) {
  console.log('npm run bench                 all measurements')
  for (const [name, members] of Object.entries(groups))
    console.log(`npm run bench -- ${name.padEnd(14)} ${members.map(member => member.name).join(', ')}`)
  for (const { name, about } of measurements) console.log(`npm run bench -- ${name.padEnd(14)} ${about}`)
  console.log(argumentsHelp)
  process.exit(0)
}
const chosen = asked.names.length === 0 ? measurements : asked.names.flatMap(find)

function find(name: string): readonly Measurement[] {
  const found = groups[name] ?? measurements.filter(measurement => measurement.name === name)
  return found.length > 0 ? found : stop(`There is no measurement "${name}"; --help lists them.`)
}

function stop(sentence: string): never {
  console.error(sentence)
  process.exit(2)
}

const [cpu] = cpus()
console.log(`${new Date().toISOString()} · ${cpu?.model ?? 'unknown processor'} × ${cpus().length}`)
console.log(`${(totalmem() / 2 ** 30).toFixed(0)} GiB · ${type()} ${release()} · Node ${process.versions.node}\n`)
if (asked.markdown) console.log(tableHead.join('\n'))
const options = { ...asked, progress: (text: string) => console.error(`  … ${text}`) }
let missed = 0
for (const { name, run } of chosen) {
  if (!asked.markdown) console.log(name)
  for (const figure of await figuresOf(name, run)) {
    if (figure.goal && !isMet(figure.value, figure.goal)) missed++
    console.log(asked.markdown ? row(name, figure) : line(figure))
  }
}
process.exit(missed === 0 ? 0 : 1)

/** A measurement that breaks off counts as missed, and does not take the hours of the others along. */
async function figuresOf(name: string, run: Measurement['run']): Promise<readonly Figure[]> {
  try {
    return await run(options)
  } catch (error) {
    console.error(`${name} broke off:`, error)
    missed++
    return []
  }
}
