import { fingerprint } from '#app/security/fingerprint.server.ts'
import type { Answer, Question } from '#machines/answers/question.ts'
import { getQuestion, type QuestionId } from '#machines/answers/questions/index.ts'
import type { Day } from '#machines/calendar/day.ts'
import type { Entry } from '#machines/claim/answers.ts'
import { answerToForm } from '#app/forms/answer-to-form.server.ts'
import { formFields, type FormField } from '#app/forms/form-field.server.ts'
import { textOf, type FormProblem, type FormValues } from '#app/forms/form-values.ts'
import { withoutBlankEntries } from '#app/forms/list-entries.server.ts'
import { mergeForms, saySame } from '#app/forms/merge-forms.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import { isUnseen, understoodFrom } from '#app/forms/understood.server.ts'
import { keepName, KEEP, type KeptSide } from './keep-side.ts'
import { shownAnswer } from './question-view.server.ts'
import type { SentAnswer } from './sent-answer.server.ts'
import type { AnswerVisit } from '../visit.server.ts'

/** A field that both windows changed: the value in each, and the person's choice, if there is one. */
export interface AskedField {
  readonly field: string
  readonly mine: Answer
  readonly saved: Answer
  readonly chosen: KeptSide | undefined
}

/** The meaning of a form that was sent, put together with what is saved. */
export type ReadAnswer =
  | { readonly kind: 'entry'; readonly entry: Entry }
  | { readonly kind: 'problems'; readonly values: FormValues; readonly problems: readonly FormProblem[] }
  /** The page first shows what was worked out from `values`. */
  | { readonly kind: 'unseen'; readonly values: FormValues }
  /** Both windows changed fields differently; `values` is the form put together, with the values of this window in these fields. */
  | {
      readonly kind: 'asks'
      readonly asked: readonly AskedField[]
      readonly values: FormValues
      readonly saved: FormValues
      readonly unchosen: boolean
    }
  /** This window skips the page, and another one answered it. */
  | { readonly kind: 'leaves'; readonly left: Entry; readonly intent: string; readonly saved: FormValues }

/** Buttons that skip a page, with the entry that each makes. For any other button the form is read. */
const LEAVES: ReadonlyMap<string, Entry> = new Map([
  ['skip', { left: 'skipped' }],
  ['advocate', { left: 'advocate' }],
])
/** Every button of a page of the claim, except those of its lists. */
const INTENTS: ReadonlySet<string> = new Set(['answer', ...LEAVES.keys(), ...Object.values(KEEP)])
export const isPageIntent = (intent: string): boolean => INTENTS.has(intent)

/** The button whose meaning "not sure" has. */
const UNSURE = 'skip'

/**
 * Reads the form of one page and puts it together with what was saved since the form was made. A field that one window changed
 * takes that value; a field that both changed differently is asked about.
 */
export function readAnswer(visit: AnswerVisit, id: QuestionId, sent: SentAnswer): ReadAnswer {
  const question = getQuestion(id)
  const fields = formFields(question)
  const names = fields.map(({ name }) => name)
  const stored = visit.draft.answers[id]
  const saved = answerToForm(fields, shownAnswer(visit, question))
  const isSeen = sent.seen === fingerprint(stored)

  const intent = isUnsure(question, fields, sent, visit.today) ? UNSURE : sent.intent
  const left = LEAVES.get(intent)
  if (left)
    return isSeen || !stored || fingerprint(stored) === fingerprint(left)
      ? { kind: 'entry', entry: left }
      : { kind: 'leaves', left, intent, saved }

  const unchosen = sent.intent === KEEP.chosen && sent.asked.some(field => chosenOf(sent, field) === undefined)
  const keepSaved = unchosen
    ? []
    : sent.asked.filter(field => sent.intent === KEEP.saved || (sent.intent === KEEP.chosen && chosenOf(sent, field) === 'saved'))
  const asItIs = isSeen && keepSaved.length === 0
  // A form that was made from what is saved may come without its base, because the fingerprint says the same.
  const { values, conflicts } = asItIs
    ? { values: sent.values, conflicts: [] }
    : mergeForms(names, isSeen ? saved : sent.base, sent.values, saved, new Set(keepSaved))
  if (stored && conflicts.length === 0 && !unchosen && (!isSeen || sent.intent === KEEP.saved) && saySame(names, values, saved))
    return { kind: 'entry', entry: stored }

  const read = readForm(question, values, visit.today)
  if (!read.ok) return { kind: 'problems', values: read.values, problems: read.problems }
  const asked = names.filter(name => conflicts.includes(name) || (unchosen && sent.asked.includes(name)))
  if (asked.length === 0) {
    const written = withoutBlankEntries(fields, values)
    if (isUnseen(understoodFrom(fields, written, visit.today), sent.shown)) return { kind: 'unseen', values: written }
    return { kind: 'entry', entry: { value: read.answer } }
  }
  const theirs = readForm(question, saved, visit.today)
  return {
    kind: 'asks',
    asked: asked.map(field => ({
      field,
      mine: read.answer,
      saved: theirs.ok ? theirs.answer : shownAnswer(visit, question),
      chosen: unchosen ? chosenOf(sent, field) : undefined,
    })),
    values,
    saved,
    unchosen,
  }
}

function chosenOf({ choices }: SentAnswer, field: string): KeptSide | undefined {
  const chosen = textOf(choices, keepName(field))
  return chosen === 'mine' || chosen === 'saved' ? chosen : undefined
}

/** Whether a person says "not sure" and nothing else. Such a form skips the page. */
function isUnsure(question: Question, fields: readonly FormField[], { values }: SentAnswer, today: Day): boolean {
  if (!question.mayLeaveOpen || !fields.some(({ kind, name }) => kind === 'yesNo' && values[name]?.[0] === '')) return false
  const read = readForm(question, values, today)
  return !read.ok && read.nothingSaid
}
