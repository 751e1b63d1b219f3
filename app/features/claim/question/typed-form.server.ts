import { COOKIE_NAMES, findCookie } from '#app/security/cookies.server.ts'
import { fingerprint } from '#app/security/fingerprint.server.ts'
import type { Services } from '#app/services.server.ts'
import { formFields } from '#app/forms/form-field.server.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import { saySame } from '#app/forms/merge-forms.ts'
import { getQuestion, type QuestionId } from '#machines/answers/questions/index.ts'
import type { PageOptions, SentForm } from './question-view.server.ts'
import { readAnswer } from './read-answer.server.ts'
import { saveEntry } from './save-entry.server.ts'
import type { MadeFrom, SentAnswer } from './sent-answer.server.ts'
import { seeOther, type ClaimVisit } from '../visit.server.ts'

/** Longest cookie that browsers keep, with room for its name and what it says besides. */
const LONGEST_COOKIE = 3_900

/** The form of one page as it was typed; it is no answer yet. */
interface TypedForm extends MadeFrom {
  readonly draftId: string
  readonly id: QuestionId
  readonly values: FormValues
}

/** Buttons that lead beside the claim and come back. */
const BESIDE: ReadonlyMap<string, string> = new Map([
  ['help', '/help'],
  ['language', '/language'],
])

/** Address to which a button leads beside a page, with the page to come back to; `undefined` for any other button. */
export function pathBeside(intent: string, id: QuestionId, { fromReview }: PageOptions): string | undefined {
  const path = BESIDE.get(intent)
  return path && `${path}?to=${id}${fromReview ? '&from=review' : ''}`
}

/**
 * Saves the form of a page before its person goes to an address beside the claim. What cannot be saved yet is kept in the browser, sealed.
 * @returns `null` where it is too long for that
 */
export async function saveBeside(services: Services, request: Request, visit: ClaimVisit, id: QuestionId, sent: SentAnswer, path: string) {
  const names = formFields(getQuestion(id)).map(({ name }) => name)
  if (saySame(names, sent.values, sent.base)) return seeOther(path)
  // A choice between two answers is asked again.
  const read = sent.asked.length > 0 ? null : readAnswer(visit, id, { ...sent, intent: 'answer' })
  if (read?.kind === 'entry') {
    const result = await saveEntry(services, visit, id, read.entry, fingerprint(visit.draft.answers[id]))
    if (result.saved === 'yes') return seeOther(path, ...forgotten(services, request))
  }
  const cookie = keepTyped(services, request, visit, id, sent)
  return cookie === null ? null : seeOther(path, cookie)
}

/** `Set-Cookie` value that keeps what was typed on a page; `null` where it is too long for a cookie. */
export function keepTyped({ typedForm }: Services, request: Request, { draft }: ClaimVisit, id: QuestionId, sent: SentAnswer) {
  const madeFrom: MadeFrom = sent.asked.length > 0 ? { seen: '', base: {} } : { seen: sent.seen, base: sent.base }
  const typed: TypedForm = { draftId: draft.draftId, id, values: sent.values, ...madeFrom }
  const cookie = typedForm.keep(request, typed)
  return cookie.length > LONGEST_COOKIE ? null : cookie
}

/** What was typed on a page of this claim and could not be saved; `undefined` where there is nothing. */
export function findTyped({ typedForm }: Services, request: Request, { draft }: ClaimVisit, id: QuestionId): SentForm | undefined {
  const typed = typedForm.find(request) as TypedForm | null
  if (typed?.draftId !== draft.draftId || typed.id !== id) return undefined
  return { values: typed.values, problems: [], madeFrom: typed }
}

/** `Set-Cookie` values that forget what was typed, where the browser keeps it. */
export const forgotten = ({ typedForm }: Services, request: Request): string[] =>
  findCookie(request, COOKIE_NAMES.typed) === null ? [] : [typedForm.forget(request)]
