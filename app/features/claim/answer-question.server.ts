import type { Services } from '#app/services.server.ts'
import { fingerprint } from '#app/security/fingerprint.server.ts'
import { getQuestion, type QuestionId } from '#machines/answers/questions/index.ts'
import type { ClaimAnswers, Entry } from '#machines/claim/answers.ts'
import { claimProgress } from '#machines/claim/progress.ts'
import { replayClaim } from '#machines/claim/replay.ts'
import { applicablePages } from './claim-page.server.ts'
import { conflictView, type ConflictView } from './conflict-view.server.ts'
import { formFields, type FormField } from './form/form-field.server.ts'
import { valuesOf, type FormValues } from './form/form-values.ts'
import { changeList, entryCount, readListChange } from './form/list-entries.server.ts'
import { controlAt, readForm } from './form/read-form.server.ts'
import { questionView, readPageOptions, type PageOptions, type QuestionView } from './question-view.server.ts'
import { saveEntry } from './save-entry.server.ts'
import { pathOf, PATHS, seeOther, type ClaimVisit } from './visit.server.ts'

/** What a form leads to when it does not lead on. */
export type QuestionOutcome =
  | { readonly kind: 'page'; readonly view: QuestionView; readonly status: 200 | 422 }
  | { readonly kind: 'conflict'; readonly view: ConflictView; readonly status: 409 }

/** What became of a save that the page asked for by itself. */
export interface Autosaved {
  readonly saved: boolean
  /** Fingerprint that the form goes on with. */
  readonly seen: string
}

/** The entry that a button leaves on the page, or undefined where the page is to be read. */
const LEAVES: Readonly<Record<string, Entry>> = { skip: { left: 'skipped' }, advocate: { left: 'advocate' } }

/** Takes the form of one question: saves it and leads on, or gives the page back with all that was written. */
export async function answerQuestion(services: Services, request: Request, visit: ClaimVisit, id: QuestionId): Promise<Response | QuestionOutcome> {
  const { intent, seen, values } = await readSent(request)
  const options = readPageOptions(request)
  const question = getQuestion(id)
  const fields = formFields(question)

  const change = readListChange(fields, intent)
  if (change) {
    const changed = changeList(fields, values, change)
    const { name } = change.list
    const focus = controlAt(fields, 'add' in change ? `${name}.${entryCount(changed, name) - 1}` : name)
    return { kind: 'page', status: 200, view: questionView(visit, id, options, { values: changed, problems: [], focus }) }
  }

  const leaves = LEAVES[intent]
  const read = leaves ? null : readForm(question, values, visit.today)
  // Whoever says "not sure" to all there is has answered: the page is skipped.
  const unsure = read && !read.ok && read.nothingSaid && question.mayLeaveOpen && saysNotSure(fields, values)
  const entry = leaves ?? (unsure ? { left: 'skipped' as const } : read?.ok ? { value: read.answer } : null)
  if (!entry) {
    const sent = read && !read.ok ? read : { values, problems: [] }
    return { kind: 'page', status: 422, view: questionView(visit, id, options, sent) }
  }
  const result = await saveEntry(services, visit, id, entry, seen)
  if (result.saved === 'no') return seeOther(PATHS.tasks)
  if (result.saved === 'conflict') return { kind: 'conflict', status: 409, view: conflictView(visit, id, options, { entry, values, intent }, result.answers) }
  return seeOther(nextPath(visit, result.answers, result.next === 'review' ? PATHS.review : pathOf(result.next), options))
}

/** What a form of a question page sends beside its fields. */
async function readSent(request: Request): Promise<{ intent: string; seen: string; values: FormValues }> {
  const { intent, seen, ...values } = valuesOf(await request.formData())
  return { intent: intent?.[0] ?? '', seen: seen?.[0] ?? '', values }
}

/** Whether "not sure" was chosen where the page asks for yes or no. */
const saysNotSure = (fields: readonly FormField[], values: FormValues) =>
  fields.some(({ kind, name }) => kind === 'yesNo' && values[name]?.[0] === '')

/** Saves what can be read of a form that is still being filled in. A change that opens or closes pages waits for the person's own hand. */
export async function autosaveQuestion(services: Services, request: Request, visit: ClaimVisit, id: QuestionId): Promise<Autosaved> {
  const { seen, values } = await readSent(request)
  const read = readForm(getQuestion(id), values, visit.today)
  if (!read.ok) return { saved: false, seen }
  const pages = applicablePages(visit.draft.answers, visit.today).join()
  const sameWay = (answers: ClaimAnswers) => applicablePages(answers, visit.today).join() === pages
  const result = await saveEntry(services, visit, id, { value: read.answer }, seen, sameWay)
  return result.saved === 'yes' ? { saved: true, seen: fingerprint(result.answers[id]) } : { saved: false, seen }
}

/** The next page; from the review back to it, unless the change has opened a page that waits. */
function nextPath({ draft, today }: ClaimVisit, answers: ClaimAnswers, next: string, { fromReview }: PageOptions): string {
  const before = applicablePages(draft.answers, today)
  const opened = claimProgress(answers, today)
    .flatMap(({ questions }) => questions)
    .find(({ id, applies, state }) => applies && state === 'unanswered' && !before.includes(id))
  const kept = replayClaim(answers, today).setAside.some(page => !replayClaim(draft.answers, today).setAside.includes(page))
  const search = new URLSearchParams({ ...(fromReview && opened && { from: 'review' }), ...(kept && { kept: '1' }) }).toString()
  const path = !fromReview ? next : opened ? pathOf(opened.id) : PATHS.review
  return search ? `${path}?${search}` : path
}
