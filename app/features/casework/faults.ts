import type { FieldError } from '#app/components/error-summary.tsx'
import type { FieldFault } from './field-fault.ts'

type Translate = (key: string, params?: Readonly<Record<string, number>>) => string

/** What has to be corrected, as sentences: all of it, and by field. */
export function faultSentences(
  t: Translate,
  faults: readonly FieldFault[],
): { readonly list: readonly FieldError[]; readonly at: (field: string) => string | undefined } {
  const list = faults.map(({ field, key, params }) => ({ fieldId: field, message: t(key, params) }))
  return { list, at: field => list.find(({ fieldId }) => fieldId === field)?.message }
}
