import type { ActionFunctionArgs } from '@remix-run/node'
import { autosaveQuestion } from '#app/features/claim/question/answer-question.server.ts'
import { findVisit, requireQuestion } from '#app/features/claim/visit.server.ts'

/**
 * Saves a page that is still being filled in. A script of the page asks for it when the person pauses. It does not redirect and changes no
 * cookie, because messages wait for the person's own next step. With `idle` the person has left, and the save does not prolong the session.
 */
export async function action({ request, params, context: { services } }: ActionFunctionArgs) {
  const id = requireQuestion(params.question)
  const by = new URL(request.url).searchParams.has('idle') ? 'page' : 'person'
  return Response.json(await autosaveQuestion(services, request, await findVisit(services, request, by), id))
}
