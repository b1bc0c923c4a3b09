import solid from 'vite-plugin-solid'
import { defineConfig } from 'vitest/config'

const patience = { testTimeout: 30_000, hookTimeout: 60_000 }

export default defineConfig({
  test: {
    // Two cores are what the smallest machine has.
    maxWorkers: 2,
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
          ...patience,
        },
      },
      {
        test: {
          name: 'node',
          include: ['server/sync/**/*.test.ts', 'tests/{property,integration,contract}/**/*.test.ts'],
          environment: 'node',
          ...patience,
        },
      },
      {
        plugins: [solid()],
        test: {
          name: 'client',
          include: ['client/**/*.test.{ts,tsx}'],
          environment: 'node',
          ...patience,
          server: { deps: { inline: [/solid-js/, /@solidjs/, /@solid-primitives/] } },
        },
      },
    ],
  },
})
