import type { ExhibitFile } from '#app/packet/exhibit.ts'

/**
 * Why a file cannot be attached. `locales/<lng>/evidence.json` has a sentence for each problem.
 * `too-hard` means that the process that looked at the file took too long or too much memory, or crashed.
 */
export const FILE_PROBLEMS = [
  'empty',
  'too-big',
  'kind-of-file',
  'damaged',
  'locked',
  'not-flat',
  'no-pages',
  'too-many-pages',
  'too-large-picture',
  'too-hard',
] as const

export type FileProblem = (typeof FILE_PROBLEMS)[number]

/** A file after it was opened, cleaned and written anew. */
export type CleanedFile = Pick<ExhibitFile, 'format' | 'bytes' | 'pages'>

export type CheckedFile = { readonly ok: true; readonly file: CleanedFile } | { readonly ok: false; readonly problem: FileProblem }

/** Thrown during the cleaning when a file is refused. `cleanFile` turns it into a {@link CheckedFile}. */
export class RefusedFile extends Error {
  override name = 'RefusedFile'
  readonly problem: FileProblem
  constructor(problem: FileProblem) {
    super(problem)
    this.problem = problem
  }
}
