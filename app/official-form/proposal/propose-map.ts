import type { Translate } from '#app/i18n/translator.ts'
import type { FormFacts, FormField } from '../form-field.ts'
import { MAP_FORMAT, MAP_FORMAT_VERSION, type FormMap, type MapEntry } from '../form-map.ts'
import { mustStayBlank, tellsOfSigning } from '../must-stay-blank.ts'
import { wordsOf } from '../field-words.ts'
import { proposeText } from './propose-text.ts'
import { proposeTicks } from './propose-ticks.ts'

/**
 * A first map of a blank form, to be looked through by a person: every entry says what it was made from and how sure that is.
 * @param t English sentences, because the words of the boxes are compared with those of the answers
 */
export function proposeMap(form: FormFacts, t: Translate): FormMap {
  return {
    format: MAP_FORMAT,
    formatVersion: MAP_FORMAT_VERSION,
    version: 1,
    form: { sha256: form.sha256 },
    fields: lessSureOfRepeats(form.fields.map(field => proposeEntry(field, form, t))),
  }
}

const REPEATED = 0.3

/** The rows of a table have one heading: only the first may be meant for the answer. */
function lessSureOfRepeats(entries: readonly MapEntry[]): MapEntry[] {
  const seen = new Set<string>()
  return entries.map(entry => {
    if (entry.use !== 'answer') return entry
    const repeated = seen.has(entry.answer)
    seen.add(entry.answer)
    const confidence = Math.max(0.1, Math.round((entry.basis.confidence - REPEATED) * 100) / 100)
    return repeated ? { ...entry, basis: { ...entry.basis, confidence } } : entry
  })
}

function proposeEntry(field: FormField, form: FormFacts, t: Translate): MapEntry {
  if (mustStayBlank(field)) return { field: field.name, use: 'blank', why: isDate(field) ? 'signing-date' : 'signature' }
  if (field.readOnly) return { field: field.name, use: 'blank', why: 'read-only' }
  return field.kind === 'text' || field.kind === 'choice' ? proposeText(field, form) : proposeTicks(field, form, t)
}

/** Whether a field for signing asks for the day. */
function isDate({ kind, tooltip, name }: FormField): boolean {
  return kind === 'text' && [tooltip ?? '', name].map(wordsOf).some(words => tellsOfSigning(words) && /\b(date|fecha)\b/.test(words))
}
