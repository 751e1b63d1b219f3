/** What has to be run after a change: words for each program, `null` where nothing that it looks at has changed. */
export interface Touched {
  readonly types: boolean
  /** Files to lint. */
  readonly code: readonly string[]
  readonly styles: readonly string[]
  /** Words for Vitest: the files whose tests are looked for through what they import, or all tests. */
  readonly unit: readonly string[] | null
  readonly postgres: boolean
  /** Words for Playwright: the specs that changed, or none for all of them. */
  readonly browser: readonly string[] | null
}

const TEST = /\.test\.tsx?$|\/testing\//
const CODE = /\.(?:ts|tsx|js|mjs)$/
/** What the app is made of, tests aside. */
const APP = /^(?:app|machines|locales|prisma|public|scripts|package-lock\.json|vite\.config\.ts|remix\.config\.js)/
/** What tests read by its path, so that no import leads to it. */
const READ_BY_PATH = /^(?:app\/(?:routes|styles)|prisma|public|examples|docs|README|package|vitest\.config|eslint\.config)/
/** Imported by everything that reads sentences. */
const READS_SENTENCES = 'app/i18n/resources.server.ts'
/** Imported by everything that starts a process of ours; what that one imports cannot be seen from here. */
const STARTS_PROCESSES = 'app/program.server.ts'

/**
 * What a change can touch. Where that cannot be said, it is everything of its kind: any page may draw what the app imports.
 * @param changed files from the project's folder, those that are gone left out
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
