/** What has to run after a change: the arguments of each program, `null` where nothing that it looks at has changed. */
export interface Touched {
  readonly types: boolean
  /** Files to lint. */
  readonly code: readonly string[]
  readonly styles: readonly string[]
  /** Arguments for Vitest: the changed files whose importing tests run, or all tests. */
  readonly unit: readonly string[] | null
  readonly postgres: boolean
  /** Arguments for Playwright: the specs that changed, or none for all of them. */
  readonly browser: readonly string[] | null
}

const TEST = /\.test\.tsx?$|\/testing\//
const CODE = /\.(?:ts|tsx|js|mjs)$/
/** What the app is made of, tests aside. */
const APP = /^(?:app|machines|locales|prisma|public|scripts|package-lock\.json|vite\.config\.ts|remix\.config\.js)/
/** Files that tests read by their path, so that no import leads to them. */
const READ_BY_PATH = /^(?:app\/(?:routes|styles)|prisma|public|examples|docs|README|package|vitest\.config|eslint\.config)/
/** Imported by everything that reads sentences. */
const READS_SENTENCES = 'app/i18n/resources.server.ts'
/** Imported by everything that starts a process of this program; what that process imports cannot be seen from here. */
const STARTS_PROCESSES = 'app/program.server.ts'

/**
 * What a change can affect. Where that is not known, it is everything of its kind: any page may draw what the app imports.
 * @param changed files from the project's folder, without deleted ones
 */
export function touchedBy(changed: readonly string[]): Touched {
  const code = changed.filter(file => CODE.test(file))
  const app = changed.filter(file => APP.test(file) && !TEST.test(file))
  const specs = changed.filter(file => /^e2e\/.*\.spec\.ts$/.test(file))
  const helpsBrowser = changed.some(file => /^(?:e2e\/|playwright\.config)/.test(file) && !specs.includes(file))
  return {
    types: code.length > 0,
    code,
    styles: changed.filter(file => file.endsWith('.css')),
    unit: unitWords(changed, code, app),
    postgres: changed.some(file => /^(?:app\/data|prisma)\//.test(file)),
    browser: app.length > 0 || helpsBrowser ? [] : specs.length > 0 ? specs : null,
  }
}

function unitWords(changed: readonly string[], code: readonly string[], app: readonly string[]): readonly string[] | null {
  if (changed.some(file => READ_BY_PATH.test(file))) return ['run']
  const sentences = changed.some(file => file.startsWith('locales/'))
  const sources = [
    ...code.filter(file => !file.startsWith('e2e/')),
    ...(sentences ? [READS_SENTENCES] : []),
    ...(app.length > 0 ? [STARTS_PROCESSES] : []),
  ]
  return sources.length > 0 ? ['related', '--run', ...new Set(sources)] : null
}
