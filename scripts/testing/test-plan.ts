/** The parts of the tests that can be run by themselves. */
const PARTS = ['lint', 'unit', 'postgres', 'browser'] as const
export type Part = (typeof PARTS)[number]

/** What `npm test` was asked for. */
export interface Plan {
  readonly parts: readonly Part[]
  /** Arguments for the program that runs the one part: files, or a test's name. */
  readonly rest: readonly string[]
}

const USAGE = `Use: npm test, or npm test -- --only=${PARTS.join('|')}, with files or -t "name" behind it for one of ${PARTS.slice(1).join(', ')}.`

/**
 * Reads the words behind `npm test --`.
 * @returns a sentence that says how it is used, where they are not understood
 */
export function readPlan(words: readonly string[]): Plan | string {
  const [first, ...rest] = words
  if (first === undefined) return { parts: PARTS, rest: [] }
  const only = PARTS.find(part => first === `--only=${part}`)
  if (!only || (only === 'lint' && rest.length > 0)) return USAGE
  return { parts: [only], rest }
}
