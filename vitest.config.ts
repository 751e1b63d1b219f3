import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{app,machines,scripts,locales,bench}/**/*.test.{ts,tsx}'],
    // By itself Vitest leaves one processor free: where there are two, that is half of the work left undone.
    maxWorkers: '100%',
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
