import { SMALL_FORM } from '#app/security/forms/form-bounds.ts'
import { unreadable } from '#app/security/forms/read-body.server.ts'
import { readForm as readSent } from '#app/security/forms/read-form.server.ts'
import type { Services } from '#app/services.server.ts'
import { getCheckQuestion, type CheckQuestionId } from '#machines/eligibility/questions/index.ts'
import { stepCheck } from '#machines/eligibility/replay.ts'
import { readForm } from './page-form.server.ts'
import { PAGE_FORMS } from './page-forms.server.ts'
import type { RefusedForm } from './question-page.tsx'
import { pathOf, seeOther, type CheckVisit } from './visit.server.ts'

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
  const data = await readSent(request, SMALL_FORM)
  const intent = data.get('intent') ?? 'answer'
  if (intent !== 'answer' && intent !== 'skip') throw unreadable()
  const skip = intent === 'skip'
  const read = skip ? null : readForm(PAGE_FORMS[id], getCheckQuestion(id), data, today)
  if (read && !read.ok) return read
  const step = stepCheck(answers, today, id, read ? { type: 'ANSWER', value: read.answer } : { type: 'SKIP' })
  return seeOther(pathOf(step.position), services.checkSession.keep(request, step.answers))
}
