import { expect, test } from 'vitest'
import { readPlan } from './test-plan.ts'

test('all parts run without an argument, and only the named one with --only', () => {
  expect(readPlan([])).toEqual({ parts: ['lint', 'unit', 'postgres', 'browser'], rest: [] })
  expect(readPlan(['--only=lint'])).toEqual({ parts: ['lint'], rest: [] })
  expect(readPlan(['--only=postgres', 'app/data/cases/cases.server.test.ts', '-t', 'a name'])).toEqual({
    parts: ['postgres'],
    rest: ['app/data/cases/cases.server.test.ts', '-t', 'a name'],
  })
})

test('arguments that are not understood are answered with how the command is used', () => {
  for (const words of [['--only=units'], ['--only'], ['unit'], ['app/a.test.ts'], ['--only=lint', 'app/a.ts']]) {
    expect(readPlan(words), words.join(' ')).toMatch(/^Use: npm test, or npm test -- --only=lint\|unit\|postgres\|browser/)
  }
})
