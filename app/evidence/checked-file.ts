import type { ExhibitFile } from '#app/packet/exhibit.ts'

/**
 * Why a file cannot be attached; `locales/<lng>/evidence.json` has a sentence for each.
 * `too-hard` is a file that took too long, too much memory, or ended the process that looked at it.
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

/** What a file is once it was opened, cleaned and written anew. */
export type CleanedFile = Pick<ExhibitFile, 'format' | 'bytes' | 'pages'>

export type CheckedFile = { readonly ok: true; readonly file: CleanedFile } | { readonly ok: false; readonly problem: FileProblem }

/** A file that is refused; thrown inside the cleaning and turned into a {@link CheckedFile} at its edge. */
export class RefusedFile extends Error {
  override name = 'RefusedFile'
  readonly problem: FileProblem
  constructor(problem: FileProblem) {
    super(problem)
    this.problem = problem
  }
}
