import type { ActionFunctionArgs } from '@remix-run/node'
import { answerAutosave } from '#app/features/claim/question/answer-question.server.ts'
import { findVisit, requireQuestion } from '#app/features/claim/visit.server.ts'

/**
 * Saves a page that is still being filled in. A script of the page asks for it when the person pauses. It does not redirect and changes no
 * cookie of the session, because messages wait for the person's own next step. With `idle` the person has left, and the save does not
 * prolong the session. With `leaving` the person goes on to another page, and the browser keeps, sealed, what cannot be saved yet.
 */
export async function action({ request, params, context: { services } }: ActionFunctionArgs) {
  const id = requireQuestion(params.question)
  const { searchParams } = new URL(request.url)
  const visit = await findVisit(services, request, searchParams.has('idle') ? 'page' : 'person')
  return answerAutosave(services, request, visit, id, searchParams.has('leaving'))
}
