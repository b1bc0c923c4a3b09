/**
 * Makes a fresh clone runnable, with nothing but Node's built-ins: installs what is missing, builds what has changed,
 * and for the browser tests gets Debian's chromium. Run before start, demo, test, check, bench and verify.
 *
 *   --no-build   packages only
 *   --browser    a chromium too
 *   --quiet      say nothing unless something is done
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const flags = new Set(process.argv.slice(2))
const say = text => console.log(`plenary: ${text}`)

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  say(`Node ${process.versions.node} is too old; 20.19 is the least, 22 or 24 is better.`)
  process.exit(1)
}

installPackages()
if (!flags.has('--no-build')) build()
if (flags.has('--browser')) installBrowser()

function installPackages() {
  const mark = 'node_modules/.package-lock.json'
  if (existsSync(mark) && mtime(mark) >= mtime('package-lock.json')) return
  say('installing packages; the database driver is compiled, which takes a minute or two …')
  // A lower optimisation level halves the time to compile SQLite and is not felt by a workspace of this size.
  const env = { ...process.env, CFLAGS: process.env.CFLAGS ?? '-O1', CXXFLAGS: process.env.CXXFLAGS ?? '-O1' }
  delete env.NODE_ENV
  // Not `npm ci`: it refuses a lock without the optional binaries of every other platform, which not every registry holds.
  // Versions are pinned exactly, and the lock is used and left as it is.
  run('npm', ['install', '--no-save', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], env)
}

function build() {
  const stamp = 'dist/.built'
  const newest = Math.max(
    ...['client', 'server', 'shared'].map(newestIn),
    ...['index.html', 'vite.config.ts', 'vite.server.config.ts', 'package-lock.json'].map(mtime),
  )
  if (existsSync(stamp) && mtime(stamp) >= newest) return
  say('building …')
  const quiet = ['--logLevel', 'warn']
  run('node_modules/.bin/vite', ['build', ...quiet])
  run('node', ['scripts/compress.mjs'])
  run('node_modules/.bin/vite', ['build', '--config', 'vite.server.config.ts', ...quiet])
  mkdirSync('dist', { recursive: true })
  writeFileSync(stamp, '')
}

function installBrowser() {
  if (process.env.CHROMIUM && existsSync(process.env.CHROMIUM)) return
  if (existsSync('/usr/bin/chromium')) return
  say('installing chromium for the browser tests …')
  const root = process.getuid?.() === 0
  const apt = (...args) => (root ? run('apt-get', args) : run('sudo', ['apt-get', ...args]))
  apt('update', '-qq')
  apt('install', '-y', '-qq', '--no-install-recommends', 'chromium')
}

function run(command, args, env = process.env) {
  const outcome = spawnSync(command, args, {
    stdio: flags.has('--quiet') ? ['ignore', 'ignore', 'inherit'] : 'inherit',
    env,
  })
  if (outcome.error || outcome.status !== 0) {
    say(`${command} ${args.join(' ')} failed${outcome.error ? `: ${outcome.error.message}` : ''}.`)
    process.exit(outcome.status ?? 1)
  }
}

function newestIn(folder) {
  if (!existsSync(folder)) return 0
  let newest = mtime(folder)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    newest = Math.max(newest, entry.isDirectory() ? newestIn(path) : mtime(path))
  }
  return newest
}

function mtime(path) {
  return existsSync(path) ? statSync(path).mtimeMs : 0
}
