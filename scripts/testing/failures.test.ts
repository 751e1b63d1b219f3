import { expect, test } from 'vitest'
import { browserCount, browserFailures, flakyTests, unitFailures, type BrowserReport } from './failures.ts'

const relative = (file: string) => file.replace('/project/', '')

test('failed unit tests and files that cannot be loaded are reported with the reason and the command to run them alone', () => {
  const assertionResults = [
    { fullName: 'adds', failureMessages: [] },
    { fullName: "takes 1 (one) away, in Ana's list", failureMessages: ['expected 1 to be 2'] },
  ]
  const testResults = [
    { name: '/project/app/a.test.ts', message: '', assertionResults },
    { name: '/project/app/b.test.ts', message: 'no such file', assertionResults: [] },
  ]
  expect(unitFailures({ numPassedTests: 1, numFailedTests: 2, testResults }, 'postgres', relative)).toEqual([
    {
      name: "app/a.test.ts › takes 1 (one) away, in Ana's list",
      why: 'expected 1 to be 2',
      alone: String.raw`npm test -- --only=postgres app/a.test.ts -t '^takes 1 \(one\) away, in Ana'\''s list$'`,
    },
    { name: 'app/b.test.ts', why: 'no such file', alone: 'npm test -- --only=postgres app/b.test.ts' },
  ])
})

type Status = 'expected' | 'unexpected' | 'flaky'
const spec = (title: string, status: Status, ...messages: string[]) => ({
  title,
  file: 'a.spec.ts',
  line: 3,
  tests: [{ status, results: [{ errors: messages.map(message => ({ message })) }] }],
})
const report = (stats: BrowserReport['stats'], ...specs: ReturnType<typeof spec>[]): BrowserReport => ({
  stats,
  errors: [],
  suites: [{ specs: specs.slice(0, 1), suites: [{ specs: specs.slice(1) }] }],
})

test('failed browser tests are reported from every depth, together with what failed around them', () => {
  const suites = report(
    { expected: 1, unexpected: 1, flaky: 0 },
    spec('opens', 'expected'),
    spec('closes', 'unexpected', 'Timeout', 'page error', 'Timeout'),
  )
  expect(browserFailures({ ...suites, errors: [{ message: 'the server did not start' }] }, () => false)).toEqual([
    { name: 'browser', why: 'the server did not start', alone: null },
    { name: 'e2e/a.spec.ts:3 › closes', why: 'Timeout', alone: 'npm test -- --only=browser e2e/a.spec.ts:3' },
    { name: 'e2e/a.spec.ts:3 › closes', why: 'page error', alone: 'npm test -- --only=browser e2e/a.spec.ts:3' },
  ])
})

test('a test that needs those before it is run alone with its file', () => {
  const [failure] = browserFailures(report({ expected: 0, unexpected: 1, flaky: 0 }, spec('closes', 'unexpected', 'Timeout')), () => true)
  expect(failure?.alone).toBe('npm test -- --only=browser e2e/a.spec.ts')
})

test('a test that passed at the second try is named, and counts as passed while there are at most three such tests', () => {
  const flaky = (count: number) =>
    report({ expected: 5, unexpected: 1, flaky: count }, ...Array.from({ length: count }, () => spec('opens', 'flaky', 'Timeout')))
  expect(flakyTests(flaky(1))).toEqual([{ name: 'e2e/a.spec.ts:3 › opens', why: 'Timeout' }])
  expect(browserFailures(flaky(1), () => false)).toEqual([])
  expect(browserCount(flaky(3))).toEqual({ passed: 8, failed: 1 })
  expect(browserCount(flaky(4))).toEqual({ passed: 5, failed: 5 })
})
