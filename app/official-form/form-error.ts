/** Why a form or its map cannot be used. Each has a sentence in `locales/<lng>/form.json` under `problem`. */
export type FormProblem =
  | 'notPdf'
  | 'locked'
  | 'noFields'
  | 'xfaOnly'
  | 'mapNotJson'
  | 'mapShape'
  | 'otherForm'
  | 'unknownField'
  | 'missingField'
  | 'mustStayBlank'
  | 'unknownAnswer'
  | 'unknownOption'
  | 'wrongKind'

/** A form or a map that cannot be used. */
export class FormError extends Error {
  override name = 'FormError'
  readonly problem: FormProblem
  /** Names of the form's fields or of answers, and never a value that a person gave. */
  readonly where: readonly string[]

  constructor(problem: FormProblem, where: readonly string[] = []) {
    super(problem)
    this.problem = problem
    this.where = where
  }
}
