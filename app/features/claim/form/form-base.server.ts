import { z } from 'zod'
import type { FormValues } from './form-values.ts'

const FORM_VALUES = z.record(z.string(), z.array(z.string()))

/** A form as it was made, as the form sends it back. One that cannot be read counts as blank, so that whatever differs is asked about, and nothing is overwritten. */
export function readBase(text: string | undefined): FormValues {
  try {
    return FORM_VALUES.parse(JSON.parse(text ?? ''))
  } catch {
    return {}
  }
}
