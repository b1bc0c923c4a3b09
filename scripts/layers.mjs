/** Checks the directions of imports, and that the checker saw the code at all: seeing nothing would pass everything. */
import { spawnSync } from 'node:child_process'

const args = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'client', 'server', 'shared']
const outcome = spawnSync('node_modules/.bin/depcruise', args, { encoding: 'utf8', maxBuffer: 1 << 28 })
if (!outcome.stdout) {
  console.error(outcome.stderr)
  process.exit(1)
}
const { summary, modules } = JSON.parse(outcome.stdout)
const resolved = modules.flatMap(module => module.dependencies).filter(d => d.resolved.startsWith('shared/')).length
for (const { rule, from, to, cycle } of summary.violations) {
  console.error(`${rule.severity} ${rule.name}: ${from} → ${cycle ? cycle.map(c => c.name ?? c).join(' → ') : to}`)
}
console.log(`${summary.totalCruised} modules, ${summary.totalDependenciesCruised} imports, ${resolved} into shared/`)
if (summary.totalCruised < 100 || resolved < 100) {
  console.error('The checker saw too little of the code to say anything.')
  process.exit(1)
}
process.exit(summary.error > 0 ? 1 : 0)
