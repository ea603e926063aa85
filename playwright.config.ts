import { defineConfig } from '@playwright/test'
import { chromiumArguments, findChromium } from './e2e/chromium'
import { desktop } from './e2e/screens'

const executablePath = findChromium()
if (!executablePath) throw new Error('There is no Chromium. "npm test -- e2e" fetches one, or says why it cannot.')

// The production build, served with the data that ships: e2e/server.ts starts it before the first test.
export default defineConfig({
  testDir: 'e2e',
  globalSetup: './e2e/server.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  failOnFlakyTests: true,
  reporter: 'list',
  timeout: 30_000,
  expect: { timeout: 10_000 },
  use: {
    browserName: 'chromium',
    viewport: desktop,
    locale: 'en-GB',
    // Far from UTC: a date that moves with the reader's clock is seen.
    timezoneId: 'America/Los_Angeles',
    // A failure leaves a picture and the words of the page. Recorded step by step, all tests would take a fifth longer: --trace on.
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: { executablePath, args: chromiumArguments() },
  },
  projects: [
    { name: 'one', testIgnore: 'several/**' },
    // After the others: these import further negotiations into the running server, and the front page becomes a list.
    { name: 'several', testMatch: 'several/*.spec.ts', dependencies: ['one'], fullyParallel: false },
  ],
})
