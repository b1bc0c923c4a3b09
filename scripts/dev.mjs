/** Development: server with the demonstration workspace, restarted on change, and vite in front of it with hot reload. */
import { spawn } from 'node:child_process'

const env = { ...process.env, PLENARY_DEMO: '1', PLENARY_LIMITS: 'off' }
const children = [
  spawn('node_modules/.bin/tsx', ['watch', 'server/demo.ts'], { stdio: 'inherit', env }),
  spawn('node_modules/.bin/vite', [], { stdio: 'inherit', env }),
]
for (const child of children) child.on('exit', code => stop(code ?? 0))
process.on('SIGINT', () => stop(0))
process.on('SIGTERM', () => stop(0))

function stop(code) {
  for (const child of children) child.kill('SIGTERM')
  process.exitCode = code
}
