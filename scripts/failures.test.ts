import { expect, test } from 'vitest'
import { browserFailures, unitFailures } from './failures.ts'

test('failed unit tests are told with why, and files that could not be loaded', () => {
  const testResults = [
    { name: 'a.test.ts', message: '', assertionResults: [{ fullName: 'adds', failureMessages: [] }, { fullName: 'takes away', failureMessages: ['expected 1 to be 2'] }] },
    { name: 'b.test.ts', message: 'no such file', assertionResults: [] },
  ]
  expect(unitFailures({ numPassedTests: 1, numFailedTests: 2, testResults })).toEqual(['a.test.ts › takes away\nexpected 1 to be 2', 'b.test.ts: no such file'])
})

test('failed tests in the browser are told from every depth, and what failed around them', () => {
  const spec = (title: string, ...messages: string[]) => ({ title, file: 'a.spec.ts', line: 3, tests: [{ results: [{ errors: messages.map(message => ({ message })) }] }] })
  const suites = [{ specs: [spec('opens')], suites: [{ specs: [spec('closes', 'Timeout', 'page error')] }] }]
  expect(browserFailures({ stats: { expected: 1, unexpected: 1, flaky: 0 }, errors: [{ message: 'the server did not start' }], suites })).toEqual([
    'the server did not start',
    'a.spec.ts:3 › closes\nTimeout',
    'a.spec.ts:3 › closes\npage error',
  ])
})
