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
          name: 'node',
          include: ['{shared,server}/**/*.test.ts', 'tests/{property,integration,contract}/**/*.test.ts'],
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
