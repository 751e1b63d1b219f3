import type { Translate } from '#app/i18n/translator.ts'
import type { FormFacts, FormField } from '../form-field.ts'
import { MAP_FORMAT, MAP_FORMAT_VERSION, type FormMap, type MapEntry } from '../form-map.ts'
import { mustStayBlank, tellsOfSigning } from '../must-stay-blank.ts'
import { wordsOf } from '../field-words.ts'
import { proposeText } from './propose-text.ts'
import { proposeTicks } from './propose-ticks.ts'

/**
 * Makes a first map of a blank form for a person to check. Every entry says what it was made from and how sure it is.
 * @param t English sentences, because the words of the form are compared with the words of the answers
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

/** Lowers the confidence of later fields with the same answer: in a table, mostly only the first row is meant for it. */
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

/** Whether a field that must stay blank is for the day of signing. */
function isDate({ kind, tooltip, name }: FormField): boolean {
  return kind === 'text' && [tooltip ?? '', name].map(wordsOf).some(words => tellsOfSigning(words) && /\b(date|fecha)\b/.test(words))
}
