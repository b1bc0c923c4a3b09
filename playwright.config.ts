import { defineConfig } from '@playwright/test'
import { browserOptions } from './tests/e2e/browser.ts'

/** Debian's chromium, no download of a browser. Each test starts its own server on a port of its own. */
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  fullyParallel: false,
  workers: 1,
  retries: 0,
  timeout: 120_000,
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    browserName: 'chromium',
    launchOptions: browserOptions,
    actionTimeout: 15_000,
    trace: 'retain-on-failure',
  },
})
