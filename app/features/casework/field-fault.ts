/** Something to correct: the field and the key of the sentence. */
export interface FieldFault {
  readonly field: string
  readonly key: string
  readonly params?: Readonly<Record<string, number>>
}
