import { defineConfig } from '@playwright/test'
import { APP } from './e2e/addresses.ts'

/** What Back brings to light, windows beside each other, the moment in which a page starts: tested in the whole browser that people have. */
const WINDOWS_MATTER = /(?:exit|early-press|sharing)\.spec\.ts$/

const LAUNCH = {
  args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--disable-background-networking'],
  // Pages that the browser keeps alive for Back are what the exit has to get rid of, so they must be possible here.
  ignoreDefaultArgs: ['--disable-back-forward-cache'],
}

/** Tests in Debian's Chromium, on the app as it is built. */
export default defineConfig({
  testDir: 'e2e',
  fullyParallel: true,
  // One test looks at many pages, and a machine that does much other work beside (load 10 on two processors) is slow, which is no fault of a page.
  timeout: 300_000,
  expect: { timeout: 30_000 },
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  // A slow moment shall not stop a landing; what passed only at the second try is listed, found and mended.
  retries: process.env.CI ? 1 : 0,
  reporter: 'line',
  use: {
    baseURL: APP,
    viewport: { width: 360, height: 740 },
    // What cannot be pressed fails soon and says so, instead of using up the time of its test.
    actionTimeout: 45_000,
  },
  projects: [
    // Chromium without its windows: the same pages in a third less time.
    {
      name: 'shell',
      testIgnore: WINDOWS_MATTER,
      use: { launchOptions: { ...LAUNCH, executablePath: '/usr/bin/chromium-headless-shell' } },
    },
    { name: 'chromium', testMatch: WINDOWS_MATTER, use: { launchOptions: { ...LAUNCH, executablePath: '/usr/bin/chromium' } } },
  ],
  webServer: {
    // The test command has built the app before.
    command: `${process.env.BUILT ? '' : 'npm run --silent build && '}npx tsx e2e/serve.ts`,
    url: `${APP}/health`,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
    timeout: 120_000,
  },
})
