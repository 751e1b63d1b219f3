import { defineConfig } from 'vitest/config'
import { LongestFirst } from './scripts/testing/longest-first.ts'
import { TEST_PROGRAMS_FOLDER } from './scripts/testing/programs.ts'

const FILES = '{app,machines,scripts,locales,bench}/**/*.test.{ts,tsx}'
/** Tests that put something in the place of a module; each of these files gets modules of its own. */
const ALONE = '**/*.alone.test.ts'

export default defineConfig({
  test: {
    // By itself Vitest leaves one processor free: where there are two, that is half of the work left undone.
    maxWorkers: '100%',
    testTimeout: 120_000,
    hookTimeout: 120_000,
    sequence: { sequencer: LongestFirst },
    globalSetup: 'scripts/testing/programs.ts',
    env: { PROGRAMS: TEST_PROGRAMS_FOLDER },
    projects: [
      // Loading the app's modules anew for each file takes longer than most files' tests; what a module keeps is the same for all of them.
      { extends: true, test: { name: 'shared', include: [FILES], exclude: [ALONE, '**/node_modules/**'], isolate: false } },
      { extends: true, test: { name: 'alone', include: [ALONE] } },
    ],
  },
})
