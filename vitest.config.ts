import solid from 'vite-plugin-solid'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [solid()],
  test: {
    include: ['{shared,server,client}/**/*.test.{ts,tsx}', 'tests/{property,integration,contract}/**/*.test.ts'],
    environment: 'node',
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Two cores are what the smallest machine has.
    maxWorkers: 2,
    server: { deps: { inline: [/solid-js/, /@solidjs/, /@solid-primitives/] } },
  },
})
