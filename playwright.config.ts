import { defineConfig } from '@playwright/test'
import { browserOptions } from './tests/e2e/browser.ts'

/**
 * Debian's chromium, no download of a browser. Each file starts its own server on a port of its own, so that two run at a
 * time; tests of one file come one after the other.
 */
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  globalSetup: './tests/support/run-folder.ts',
  fullyParallel: false,
  workers: 2,
  retries: 0,
  timeout: 120_000,
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    browserName: 'chromium',
    launchOptions: browserOptions,
    actionTimeout: 15_000,
    // A trace films every page, also of the tests that pass: `npm run test:e2e -- FILE --trace on` makes one where it is wanted.
    trace: 'off',
  },
})
