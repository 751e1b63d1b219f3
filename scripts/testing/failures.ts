/** The parts that are read of a report by Vitest's JSON reporter. */
export interface UnitReport {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly testResults: readonly {
    readonly name: string
    /** The error outside of all tests, where there is one: a file that could not be loaded. */
    readonly message: string
    readonly assertionResults: readonly { readonly fullName: string; readonly failureMessages?: readonly string[] | null }[]
  }[]
}

interface Suite {
  readonly suites?: readonly Suite[]
  readonly specs: readonly Spec[]
}

interface Spec {
  readonly title: string
  readonly file: string
  readonly line: number
  readonly tests: readonly {
    /** `flaky`: the test failed first and passed when it was tried again. */
    readonly status: 'expected' | 'unexpected' | 'flaky' | 'skipped'
    readonly results: readonly { readonly errors: readonly { readonly message?: string }[] }[]
  }[]
}

/** The parts that are read of a report by Playwright's JSON reporter. */
export interface BrowserReport {
  readonly stats: { readonly expected: number; readonly unexpected: number; readonly flaky: number }
  readonly errors: readonly { readonly message?: string }[]
  readonly suites: readonly Suite[]
}

/** One failed test: where it stands, why, and the command that runs it alone. */
export interface Failure {
  readonly name: string
  readonly why: string
  /** `null` where the failure is not that of a test: then the whole step has to be run. */
  readonly alone: string | null
}

/** A word of a command line as a shell takes it. */
const quoted = (word: string): string => (/^[\w./:-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`)

/** A text in a pattern that finds it and nothing else. */
const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`)

/**
 * The failed tests of a run, each with where it stands and why. The runner says it, too, but before thousands of other lines.
 * @param step name of the step, for `--only`
 * @param relative gives the path of a file from the project's folder
 */
export function unitFailures({ testResults }: UnitReport, step: string, relative: (file: string) => string): Failure[] {
  return testResults.flatMap(({ name, message, assertionResults }) => {
    const file = relative(name)
    const alone = `npm test -- --only=${step} ${quoted(file)}`
    return [
      ...(message ? [{ name: file, why: message, alone }] : []),
      ...assertionResults.flatMap(({ fullName, failureMessages }) =>
        (failureMessages ?? []).map(why => ({
          name: `${file} › ${fullName}`,
          why,
          alone: `${alone} -t ${quoted(`^${escaped(fullName)}$`)}`,
        })),
      ),
    ]
  })
}

/** Every test of a report of the browser, from every depth. */
function specsOf({ specs, suites }: Suite): readonly Spec[] {
  return [...specs, ...(suites ?? []).flatMap(specsOf)]
}

const nameOf = ({ file, line, title }: Spec): string => `e2e/${file}:${line} › ${title}`

/**
 * The failed tests of a run in the browser.
 * @param isSerial whether the tests of a file follow one another, so that none of them runs without those before it
 */
export function browserFailures({ errors, suites }: BrowserReport, isSerial: (file: string) => boolean): Failure[] {
  const failedIn = (spec: Spec): Failure[] => {
    const alone = `npm test -- --only=browser ${quoted(`e2e/${spec.file}${isSerial(spec.file) ? '' : `:${spec.line}`}`)}`
    const messages = spec.tests
      .filter(({ status }) => status === 'unexpected')
      .flatMap(({ results }) => results.flatMap(result => result.errors.map(error => error.message ?? '')))
    return [...new Set(messages)].map(why => ({ name: nameOf(spec), why, alone }))
  }
  return [
    ...errors.map(error => ({ name: 'browser', why: error.message ?? '', alone: null })),
    ...suites.flatMap(specsOf).flatMap(failedIn),
  ]
}

/** The tests that passed only when they were tried again, each with why it failed first. */
export function flakyTests({ suites }: BrowserReport): { readonly name: string; readonly why: string }[] {
  return suites.flatMap(specsOf).flatMap(spec =>
    spec.tests
      .filter(({ status }) => status === 'flaky')
      .map(({ results }) => ({
        name: nameOf(spec),
        why: results.flatMap(({ errors }) => errors.map(({ message }) => message ?? '')).join('\n'),
      })),
  )
}

/** Most tests of one run that may pass only when they are tried again; with more of them the run has failed. */
export const MOST_FLAKY = 3

/** How many checks of one step passed and failed. */
export interface Count {
  readonly passed: number
  readonly failed: number
}

/**
 * Counts a run in the browser: a test that passed at the second try counts as passed, while there are at most {@link MOST_FLAKY} of these.
 */
export function browserCount({ stats: { expected, unexpected, flaky } }: BrowserReport): Count {
  return flaky > MOST_FLAKY ? { passed: expected, failed: unexpected + flaky } : { passed: expected + flaky, failed: unexpected }
}
