import type { FormField } from './form-field.ts'
import { wordsOf } from './field-words.ts'

/** Words of a place for a signature or for the day of signing, in English and Spanish. */
const SIGNING =
  /\b(signatures?|sig|signed|sign here|date of signing|signing date|initial here|initials here|your initials|firmas?|firmado|firme aqui|fecha de firma)\b/
/** A name that is written out beside a signature is not one. */
const PRINTED_NAME = /\b(print|printed|type|typed|imprima|letra de molde)\b.*\bname\b|\bname\b.*\b(printed|typed)\b|\bnombre en letra\b/

/** Whether words tell of a signature or of the day of signing. */
export const tellsOfSigning = (words: string) => SIGNING.test(words) && !PRINTED_NAME.test(words)

/**
 * Whether a field may never be filled in: whoever signs does so by hand, and writes the day beside it. This asks the field itself
 * (kind, name, tooltip) and nothing that is printed near it, so that the answer is the same for every map.
 */
export function mustStayBlank(field: Pick<FormField, 'kind' | 'name' | 'tooltip'>): boolean {
  return field.kind === 'signature' || tellsOfSigning(wordsOf(field.tooltip ?? '')) || tellsOfSigning(wordsOf(lastPart(field.name)))
}

/** The field's own name, without the folders in which it lies. */
export const lastPart = (name: string) => name.split('.').at(-1) ?? name
