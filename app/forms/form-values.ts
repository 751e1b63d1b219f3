/** The fields of a form: the texts that were sent under each name, in order. */
export type FormValues = Readonly<Record<string, readonly string[]>>

/** One thing to correct: its field, the key of its sentence, and the values that the sentence needs. */
export interface FormProblem {
  readonly field: string
  readonly key: string
  readonly params?: Readonly<Record<string, number>>
}

/** Called for a field that cannot be read, with the key of a sentence that says why. */
export type Refuse = (field: string, key: string) => void

/** Value of a check box that is on; also of the box for "none", which is an answer. */
export const ON = 'on'
export const NONE = 'none'
/** Names of the boxes beside a field: "none of these" and "it still goes on". */
export const noneName = (id: string) => `${id}-none`
export const ongoingName = (id: string) => `${id}-ongoing`

/** The text of one field as it was typed, without the spaces around it; empty if there is none. */
export const textOf = (values: FormValues, name: string): string => values[name]?.[0]?.trim() ?? ''

/** Whether a check box is on. */
export const isOn = (values: FormValues, name: string): boolean => values[name] !== undefined

/** The chosen values without "none", unless it is the only one: whoever chooses something has forgotten an earlier "none". */
export const withoutStaleNone = (chosen: readonly string[] = []): readonly string[] =>
  chosen.some(value => value !== NONE) ? chosen.filter(value => value !== NONE) : chosen

/** The texts of a form that was sent. Files are left out, because no page of questions has any. */
export function valuesOf(data: FormData): FormValues {
  const values = new Map<string, string[]>()
  for (const [name, value] of data) {
    const texts = values.get(name) ?? []
    values.set(name, texts)
    if (typeof value === 'string') texts.push(value)
  }
  return Object.fromEntries(values)
}
