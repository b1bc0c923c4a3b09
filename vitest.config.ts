import solid from 'vite-plugin-solid'
import { defineConfig } from 'vitest/config'

const patience = { testTimeout: 30_000, hookTimeout: 60_000 }

/** `PROPERTY_MS` given, no property is tried for longer, and rather less often than it asks for. */
const setupFiles = process.env['PROPERTY_MS'] ? ['tests/support/brief-properties.ts'] : []

export default defineConfig({
  test: {
    // Two cores are what the smallest machine has.
    maxWorkers: 2,
    globalSetup: 'tests/support/run-folder.ts',
    // Apart, because Solid's plugin resolves packages as a browser would, also those of the server.
    projects: [
      {
        test: {
          // Rules and services hold nothing between tests, so their files share what they import.
          name: 'rules',
          include: ['{shared,server}/**/*.test.ts'],
          exclude: ['server/sync/**'],
          environment: 'node',
          isolate: false,
          setupFiles,
          ...patience,
        },
      },
      {
        test: {
          name: 'sync',
          include: ['server/sync/**/*.test.ts', 'tests/{property,contract}/**/*.test.ts'],
          environment: 'node',
          isolate: false,
          ...patience,
        },
      },
      {
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          environment: 'node',
          ...patience,
        },
      },
      {
        plugins: [solid()],
        test: {
          // Pages hold nothing between tests either; threads, because each new process would load the browser's model anew.
          name: 'client',
          include: ['client/**/*.test.{ts,tsx}'],
          environment: 'node',
          pool: 'threads',
          isolate: false,
          setupFiles,
          ...patience,
          server: { deps: { inline: [/solid-js/, /@solidjs/, /@solid-primitives/] } },
        },
      },
    ],
  },
})
