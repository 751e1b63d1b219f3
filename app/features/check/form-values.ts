/** What a form holds: a text for each field, a list for check boxes. */
export type FormValues = Readonly<Record<string, string | readonly string[]>>

/** The text of one field, empty where there is none. */
export const textOf = (values: FormValues, name: string): string => {
  const value = values[name]
  return typeof value === 'string' ? value : (value?.[0] ?? '')
}

/** The texts of one group of check boxes or radio buttons. */
export const listOf = (values: FormValues, name: string): readonly string[] => {
  const value = values[name]
  return value === undefined ? [] : typeof value === 'string' ? [value] : value
}

/** Value of the check box that means "none of these": an answer, unlike leaving all of them blank. */
export const NONE = 'none'

/** One thing to correct: the field that it is about and the key of the sentence. */
export interface FormProblem {
  readonly field: string
  readonly key: string
}
