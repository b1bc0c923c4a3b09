/**
 * Servers under test are bundled before they run, as the one that is delivered is: started as TypeScript they would bring
 * a compiler along, which weighs more than what is measured.
 */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'

/** Beside the packages that a bundle goes on to import; of this process alone. */
const folder = join('dist', `bench-servers-${process.pid}`)

const bundles = new Map<string, Promise<string>>()

/** @param script without its ending, in `servers/` @returns the file to run */
export function bundle(script: string): Promise<string> {
  if (bundles.size === 0) process.once('exit', removeBundles)
  const made = bundles.get(script) ?? make(script)
  bundles.set(script, made)
  return made
}

/** Done when the process ends; a test runner's does not end by itself. */
export function removeBundles(): void {
  bundles.clear()
  rmSync(folder, { recursive: true, force: true })
}

async function make(script: string): Promise<string> {
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: {
      ssr: join(import.meta.dirname, 'servers', `${script}.ts`),
      outDir: folder,
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      rollupOptions: { output: { entryFileNames: `${script}.js` } },
    },
  })
  return join(folder, `${script}.js`)
}
