import { findAnswer, FORM_ANSWERS } from '../answers/index.ts'
import type { FormAnswer } from '../answers/form-answer.ts'
import type { Format } from '../answers/write-answer.ts'
import { wordsOf } from '../field-words.ts'
import type { FormFacts, FormField } from '../form-field.ts'
import type { Basis, MapEntry } from '../form-map.ts'
import { lastPart, tellsOfSigning } from '../must-stay-blank.ts'
import { blankIn, PART_CLUES, subjectIn, type PartClue, type SubjectClue } from './clues.ts'
import { headingAbove, labelOf } from './nearby.ts'

type Source = Pick<Basis, 'by' | 'confidence'> & { readonly words: string }

/** The confidence that each source gives, and how much it falls when the words are few or the subject is guessed. */
const CONFIDENCE = { tooltip: 0.9, name: 0.8, label: 0.7, weak: -0.15, heading: -0.1, guessed: -0.25 } as const
const LONGEST_WORDS = 120

/** Proposes the answer for a text field or a list of the form. */
export function proposeText(field: FormField, form: FormFacts): MapEntry {
  const box = field.boxes[0]
  const label = box ? labelOf(box, form, false) : ''
  const sources: Source[] = [
    { by: 'tooltip' as const, words: wordsOf(field.tooltip ?? ''), confidence: CONFIDENCE.tooltip },
    { by: 'name' as const, words: wordsOf(lastPart(field.name)), confidence: CONFIDENCE.name },
    { by: 'label' as const, words: wordsOf(label), confidence: CONFIDENCE.label },
  ].filter(source => source.words !== '')
  const blank = (why: 'signature' | 'signing-date' | 'not-asked' | 'official-use' | 'undecided'): MapEntry => ({
    field: field.name,
    use: 'blank',
    why,
  })
  for (const { words } of sources) {
    if (tellsOfSigning(words)) return blank(/\b(date|fecha)\b/.test(words) ? 'signing-date' : 'signature')
    const why = blankIn(words)
    if (why === 'not-asked' || why === 'official-use') return blank(why)
  }
  // No clue matches a bare "date", because it may be the day of signing. Forms name the claim's own dates more exactly.
  for (const source of sources) {
    const clue = PART_CLUES.find(({ clue: pattern }) => pattern.test(source.words))
    if (!clue) continue
    const { subject, sure } = subjectOf(clue, source.words, field, box ? wordsOf(headingAbove(box, form)) : '')
    if (subject === 'other') return blank('not-asked')
    const answer = answerOf(clue, subject, sources.map(one => one.words).join(' '))
    if (!answer) continue
    const confidence = source.confidence + (clue.weak ? CONFIDENCE.weak : 0) + sure
    const format = formatFor(answer, field, source.words)
    const basis = { by: source.by, words: source.words.slice(0, LONGEST_WORDS), confidence: Math.round(confidence * 100) / 100 }
    return { field: field.name, use: 'answer', answer: answer.id, ...(format && { format }), basis }
  }
  return blank('undecided')
}

/** The clue's own subject; else the one that the words, the tooltip, the full name or the heading above names; else the applicant. */
function subjectOf(
  clue: PartClue,
  words: string,
  field: FormField,
  heading: string,
): { readonly subject: SubjectClue; readonly sure: number } {
  if (clue.subject) return { subject: clue.subject, sure: 0 }
  const named = subjectIn(words) ?? subjectIn(wordsOf(field.tooltip ?? '')) ?? subjectIn(wordsOf(field.name))
  if (named) return { subject: named, sure: 0 }
  const above = subjectIn(heading)
  return above ? { subject: above, sure: CONFIDENCE.heading } : { subject: 'applicant', sure: CONFIDENCE.guessed }
}

/** The subject's answer for this part. Parts of an address are of the residence only when the words say so, else of the mailing address. */
function answerOf({ part }: PartClue, subject: SubjectClue, words: string): FormAnswer | null {
  const place = subject === 'representative' ? 'office' : /\b(residence|residential|home|physical)\b/.test(words) ? 'residence' : 'mailing'
  const found = findAnswer(`${subject}.${part}`) ?? findAnswer(`${subject}.${place}${part}`)
  return found ?? FORM_ANSWERS.find(answer => answer.subject === subject && answer.part === part) ?? null
}

/** The format in which a field of this length can hold a date or a telephone number. */
function formatFor(answer: FormAnswer, { maxLength, options }: FormField, words: string): Format | undefined {
  if (options.length > 0) return undefined
  if (answer.kind === 'date') {
    if (/\bmonth\b/.test(words) && maxLength === 2) return 'MM'
    if (/\bday\b/.test(words) && maxLength === 2) return 'DD'
    if (/\byear\b/.test(words) && maxLength === 4) return 'YYYY'
    return maxLength === 8 ? 'MMDDYYYY' : 'MM/DD/YYYY'
  }
  if (answer.kind !== 'phone') return undefined
  if (/\barea code\b/.test(words) || maxLength === 3) return 'area'
  if (maxLength === 10) return 'digits'
  return maxLength === 7 || maxLength === 8 ? 'without-area' : 'as-given'
}
