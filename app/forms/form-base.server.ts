import { isNameWithin } from '#app/security/forms/form-name.ts'
import { CLAIM_FORM } from '#app/security/forms/form-bounds.ts'
import type { FormValues } from './form-values.ts'

/**
 * Reads the base of a form: its fields as the form was made, which the form sends back. A base that cannot be read, or that holds more
 * than a page, counts as blank. Then the page asks about every difference, and nothing is overwritten.
 */
export function readBase(text: string | undefined): FormValues {
  const base = parsed(text)
  if (typeof base !== 'object' || base === null) return {}
  const entries = Object.entries(base)
  const count = entries.reduce((sum, [, texts]) => sum + (Array.isArray(texts) ? texts.length : 0), entries.length)
  return count <= 2 * CLAIM_FORM.fields && entries.every(isField) ? Object.fromEntries(entries) : {}
}

function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '')
  } catch {
    return null
  }
}

const isField = (entry: [string, unknown]): entry is [string, string[]] =>
  isNameWithin(entry[0]) && Array.isArray(entry[1]) && entry[1].every(text => typeof text === 'string')
