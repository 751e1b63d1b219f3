import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{app,machines,scripts,locales,bench}/**/*.test.{ts,tsx}'],
    testTimeout: 60_000,
  },
})
