import type { FormField } from './form-field.ts'
import { wordsOf } from './field-words.ts'

/** Words that mark a place for a signature or for the day of signing, in English and Spanish. */
const SIGNING =
  /\b(signatures?|sig|signed|sign here|date of signing|signing date|initial here|initials here|your initials|firmas?|firmado|firme aqui|fecha de firma)\b/
/** Words for the printed name beside a signature, which is no signature. */
const PRINTED_NAME = /\b(print|printed|type|typed|imprima|letra de molde)\b.*\bname\b|\bname\b.*\b(printed|typed)\b|\bnombre en letra\b/

/** Whether words name a place for a signature or for the day of signing. */
export const tellsOfSigning = (words: string) => SIGNING.test(words) && !PRINTED_NAME.test(words)

/**
 * Whether a field must never be filled in, because people sign and write the day by hand. The function looks at the field itself
 * (kind, name, tooltip) and not at the print near it, so that the answer is the same for every map.
 */
export function mustStayBlank(field: Pick<FormField, 'kind' | 'name' | 'tooltip'>): boolean {
  return field.kind === 'signature' || tellsOfSigning(wordsOf(field.tooltip ?? '')) || tellsOfSigning(wordsOf(lastPart(field.name)))
}

/** The last part of a field's full name. */
export const lastPart = (name: string) => name.split('.').at(-1) ?? name
