import type { ClaimFile } from '#machines/answers/claim-file.ts'
import type { Translate } from '#app/i18n/translator.ts'
import { findAnswer } from './answers/index.ts'
import { answerIs, writeAnswer } from './answers/write-answer.ts'
import { checkMap, type FormMap, type MappedForm } from './form-map.ts'

/** The value of one field: words, or the options whose boxes are ticked. A field without an answer has no value. */
export type FieldValue = { readonly field: string; readonly text: string } | { readonly field: string; readonly options: readonly string[] }

/**
 * The values that a claim's answers give the fields of a form. The function checks the map again, so that no map can fill in a
 * signature.
 * @throws FormError when the map does not belong to the form
 */
export function fillValues(map: FormMap, form: MappedForm, claim: ClaimFile, t: Translate): FieldValue[] {
  checkMap(map, form)
  return map.fields.flatMap((entry): FieldValue[] => {
    if (entry.use === 'blank') return []
    if (entry.use === 'ticks') {
      const options = entry.ticks.flatMap(({ option, answer, equals }) => {
        const found = findAnswer(answer)
        return found && answerIs(found, claim, equals) ? [option] : []
      })
      return options.length > 0 ? [{ field: entry.field, options: [...new Set(options)] }] : []
    }
    const answer = findAnswer(entry.answer)
    const text = answer && writeAnswer(answer, claim, entry.format, t)
    return text ? [{ field: entry.field, text }] : []
  })
}
