/** What of a report of Vitest is read: its JSON reporter's. */
export interface UnitReport {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly testResults: readonly {
    readonly name: string
    /** What failed outside of all tests: a file that could not be loaded. */
    readonly message: string
    readonly assertionResults: readonly { readonly fullName: string; readonly failureMessages?: readonly string[] | null }[]
  }[]
}

interface Suite {
  readonly suites?: readonly Suite[]
  readonly specs: readonly {
    readonly title: string
    readonly file: string
    readonly line: number
    readonly tests: readonly { readonly results: readonly { readonly errors: readonly { readonly message?: string }[] }[] }[]
  }[]
}

/** What of a report of Playwright is read: its JSON reporter's. */
export interface BrowserReport {
  readonly stats: { readonly expected: number; readonly unexpected: number; readonly flaky: number }
  readonly errors: readonly { readonly message?: string }[]
  readonly suites: readonly Suite[]
}

/** The failed tests of a run, each with where it stands and why; a runner says it on the way, where thousands of lines follow. */
export function unitFailures({ testResults }: UnitReport): string[] {
  return testResults.flatMap(({ name, message, assertionResults }) => [
    ...(message ? [`${name}: ${message}`] : []),
    ...assertionResults.flatMap(({ fullName, failureMessages }) => (failureMessages ?? []).map(why => `${name} › ${fullName}\n${why}`)),
  ])
}

/** The same of a run in the browser. */
export function browserFailures({ errors, suites }: BrowserReport): string[] {
  const ofSuite = (suite: Suite): string[] => [
    ...suite.specs.flatMap(({ title, file, line, tests }) =>
      tests.flatMap(test => test.results.flatMap(result => result.errors.map(error => `${file}:${line} › ${title}\n${error.message ?? ''}`))),
    ),
    ...(suite.suites ?? []).flatMap(ofSuite),
  ]
  return [...errors.map(error => error.message ?? ''), ...suites.flatMap(ofSuite)]
}
