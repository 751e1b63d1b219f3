import type { Services } from '#app/services.server.ts'
import { fingerprint } from '#app/security/fingerprint.server.ts'
import { getQuestion, type QuestionId } from '#machines/answers/questions/index.ts'
import type { ClaimAnswers } from '#machines/claim/answers.ts'
import { claimProgress } from '#machines/claim/progress.ts'
import { applicablePages, setAsidePages } from './claim-page.server.ts'
import { conflictView, type ConflictView } from './conflict-view.server.ts'
import { formFields } from '#app/forms/form-field.server.ts'
import { changeList, entryCount, readListChange } from '#app/forms/list-entries.server.ts'
import { controlAt, readForm } from '#app/forms/read-form.server.ts'
import { questionView, readPageOptions, type PageOptions, type QuestionView } from './question-view.server.ts'
import { isPageIntent, readAnswer } from './read-answer.server.ts'
import { saveEntry } from './save-entry.server.ts'
import { readSentAnswer, type SentAnswer } from './sent-answer.server.ts'
import { forgotten, keepTyped, pathBeside, saveBeside } from './typed-form.server.ts'
import { pathOf, PATHS, seeOther, type ClaimVisit } from '../visit.server.ts'

/** The page that answers a form that was not saved. */
export type QuestionOutcome =
  | { readonly kind: 'page'; readonly view: QuestionView; readonly status: 200 | 400 | 422 }
  | { readonly kind: 'conflict'; readonly view: ConflictView; readonly status: 409 | 422 }

/** Result of a save that the page's script asked for. */
interface Autosaved {
  /** Whether the claim is open in this browser. */
  readonly open: boolean
  readonly saved: boolean
  /** Fingerprint of the saved entry, which the form sends with its next save. */
  readonly seen: string
  /** With `leaving`: whether the browser keeps, sealed, what could not be saved. */
  readonly kept?: boolean
}

/** Most attempts to save, because another window may save the same page in between. */
const TRIES = 5

/** Saves the form of one question and leads to the next page, or gives the page back with everything that was written. */
export async function answerQuestion(
  services: Services,
  request: Request,
  opened: ClaimVisit,
  id: QuestionId,
): Promise<Response | QuestionOutcome> {
  let sent = await readSentAnswer(request)
  const options = readPageOptions(request)
  const fields = formFields(getQuestion(id))

  const change = readListChange(fields, sent.intent)
  if (change) {
    const values = changeList(fields, sent.values, change)
    const { name } = change.list
    const focus = controlAt(fields, 'add' in change ? `${name}.${entryCount(values, name) - 1}` : name)
    return { kind: 'page', status: 200, view: questionView(opened, id, options, { values, problems: [], madeFrom: sent, focus }) }
  }

  const beside = pathBeside(sent.intent, id, options)
  if (beside) {
    const led = await saveBeside(services, request, opened, id, sent, beside)
    if (led) return led
    sent = { ...sent, intent: 'answer' }
  }

  if (!isPageIntent(sent.intent))
    return { kind: 'page', status: 400, view: questionView(opened, id, options, { values: sent.values, problems: [], madeFrom: sent }) }

  for (let attempt = 0, visit = opened; attempt < TRIES; attempt++) {
    const read = readAnswer(visit, id, sent)
    if (read.kind === 'problems') return { kind: 'page', status: 422, view: questionView(visit, id, options, { ...read, madeFrom: sent }) }
    if (read.kind === 'unseen')
      return { kind: 'page', status: 200, view: questionView(visit, id, options, { ...read, problems: [], madeFrom: sent }) }
    if (read.kind !== 'entry')
      return { kind: 'conflict', status: read.kind === 'asks' && read.unchosen ? 422 : 409, view: conflictView(visit, id, options, read) }
    const result = await saveEntry(services, visit, id, read.entry, fingerprint(visit.draft.answers[id]))
    if (result.saved === 'no') return seeOther(PATHS.tasks)
    if (result.saved === 'yes')
      return seeOther(
        nextPath(visit, result.answers, result.next === 'review' ? PATHS.review : pathOf(result.next), options),
        ...forgotten(services, request),
      )
    visit = { ...visit, draft: { ...visit.draft, answers: result.answers } }
  }
  throw new Error('the page changed with every try to save it')
}

/**
 * Saves a form that is still being filled in, if it can be read, and the claim is open and has the page. It does not save a change that
 * opens or closes pages: the person does that with a button.
 */
async function autosaveQuestion(
  services: Services,
  { seen, values }: SentAnswer,
  visit: ClaimVisit | null,
  id: QuestionId,
): Promise<Autosaved> {
  if (!visit || !applicablePages(visit.draft.answers, visit.today).includes(id)) return { open: visit !== null, saved: false, seen }
  const read = readForm(getQuestion(id), values, visit.today)
  if (!read.ok) return { open: true, saved: false, seen }
  const pages = applicablePages(visit.draft.answers, visit.today).join()
  const sameWay = (answers: ClaimAnswers) => applicablePages(answers, visit.today).join() === pages
  const result = await saveEntry(services, visit, id, { value: read.answer }, seen, sameWay)
  return result.saved === 'yes' ? { open: true, saved: true, seen: fingerprint(result.answers[id]) } : { open: true, saved: false, seen }
}

/** Answers the page's script. With `leaving` the person goes to another page, so what cannot be saved yet is kept in the browser. */
export async function answerAutosave(
  services: Services,
  request: Request,
  visit: ClaimVisit | null,
  id: QuestionId,
  leaving: boolean,
): Promise<Response> {
  const sent = await readSentAnswer(request)
  const result = await autosaveQuestion(services, sent, visit, id)
  const cookie = leaving && visit && !result.saved ? keepTyped(services, request, visit, id, sent) : null
  const headers = new Headers(cookie === null ? [] : [['Set-Cookie', cookie]])
  if (result.saved) for (const ended of forgotten(services, request)) headers.append('Set-Cookie', ended)
  return Response.json(leaving ? { ...result, kept: cookie !== null } : result, { headers })
}

/** Address of the next page. A person who came from the review goes back to it, unless the change has opened an unanswered page. */
function nextPath({ draft, today }: ClaimVisit, answers: ClaimAnswers, next: string, { fromReview }: PageOptions): string {
  const before = applicablePages(draft.answers, today)
  const opened = claimProgress(answers, today)
    .flatMap(({ questions }) => questions)
    .find(({ id, applies, state }) => applies && state === 'unanswered' && !before.includes(id))
  const waiting = setAsidePages(draft.answers, today)
  const kept = setAsidePages(answers, today).some(page => !waiting.includes(page))
  const search = new URLSearchParams({ ...(fromReview && opened && { from: 'review' }), ...(kept && { kept: '1' }) }).toString()
  const path = !fromReview ? next : opened ? pathOf(opened.id) : PATHS.review
  return search ? `${path}?${search}` : path
}
