import { readValues } from '#app/forms/sent-form.server.ts'
import { readFields, type RefusedForm } from '#app/forms/read-form.server.ts'
import { isUnseen, understoodFrom } from '#app/forms/understood.server.ts'
import { SMALL_FORM } from '#app/security/forms/form-bounds.ts'
import { unreadable } from '#app/security/forms/read-body.server.ts'
import type { Services } from '#app/services.server.ts'
import { parseCheckAnswer } from '#machines/eligibility/answers.ts'
import { getCheckQuestion, type CheckQuestionId } from '#machines/eligibility/questions/index.ts'
import { stepCheck } from '#machines/eligibility/replay.ts'
import { checkFields } from './check-fields.server.ts'
import { COOKIE_NAMES, findCookie } from '#app/security/cookies.server.ts'
import { BEGUN_PATH, pathOf, seeOther, type CheckVisit } from './visit.server.ts'

/** Buttons that lead beside the check and come back: what was typed is kept as it is. */
const BESIDE: ReadonlyMap<string, string> = new Map([
  ['help', '/help'],
  ['language', '/language'],
])
/** Most of what was typed that is kept: it has to fit into a cookie together with the answers. The longest honest page is a quarter of it. */
const MOST_TYPED = 1_000

/**
 * Takes the form of one question: the answers go into the sealed cookie and the person to the next question that
 * waits, or the form comes back with what was written and what to correct.
 */
export async function answerQuestion(
  services: Services,
  request: Request,
  { answers, today }: CheckVisit,
  id: CheckQuestionId,
): Promise<Response | RefusedForm> {
  const { intent: [intent = 'answer'] = [], shown: [shown = ''] = [], ...values } = await readValues(request, SMALL_FORM)
  const beside = BESIDE.get(intent)
  if (beside !== undefined) {
    const typed = JSON.stringify(values).length <= MOST_TYPED ? { id, values } : undefined
    return seeOther(beside, services.checkSession.keep(request, answers, typed))
  }
  if (intent !== 'answer' && intent !== 'skip') throw unreadable()
  const question = getCheckQuestion(id)
  const fields = checkFields(question)
  const read = intent === 'skip' ? null : readFields(fields, values, answer => parseCheckAnswer(question, answer, today))
  if (read && !read.ok) return read
  // The page first shows what was worked out from what was typed.
  if (read && isUnseen(understoodFrom(fields, values, today), shown)) return { ok: false, values, problems: [], nothingSaid: false }
  const step = stepCheck(answers, today, id, read ? { type: 'ANSWER', value: read.answer } : { type: 'SKIP' })
  const isFirst = findCookie(request, COOKIE_NAMES.check) === null
  return seeOther(isFirst ? BEGUN_PATH : pathOf(step.position), services.checkSession.keep(request, step.answers))
}
