import { defineConfig } from '@playwright/test'
import { APP } from './e2e/addresses.ts'

/** Tests in Debian's Chromium, on the app as it is built. */
export default defineConfig({
  testDir: 'e2e',
  fullyParallel: true,
  // One test walks many pages and lets axe look at each of them.
  timeout: 180_000,
  // A machine that does other work beside is slow, and no fault of a page.
  expect: { timeout: 15_000 },
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  reporter: 'line',
  use: {
    baseURL: APP,
    viewport: { width: 360, height: 740 },
    // What cannot be pressed fails soon and says so, instead of using up the time of its test.
    actionTimeout: 20_000,
    launchOptions: {
      executablePath: '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--disable-background-networking'],
      // Pages that the browser keeps alive for Back are what the exit has to get rid of, so they must be possible here.
      ignoreDefaultArgs: ['--disable-back-forward-cache'],
    },
  },
  webServer: {
    command: 'npm run --silent build && npx tsx e2e/serve.ts',
    url: `${APP}/health`,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
    timeout: 120_000,
  },
})
