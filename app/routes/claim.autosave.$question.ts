import type { ActionFunctionArgs } from '@remix-run/node'
import { autosaveQuestion } from '#app/features/claim/question/answer-question.server.ts'
import { findVisit, requireQuestion } from '#app/features/claim/visit.server.ts'

/**
 * Saves a page that is still being filled in; pages with JavaScript ask for it when nobody types. It leads nowhere and changes no cookie:
 * what the person should read waits for their own next step. With `idle` nobody is there any more, and the session is not kept open.
 */
export async function action({ request, params, context: { services } }: ActionFunctionArgs) {
  const id = requireQuestion(params.question)
  const by = new URL(request.url).searchParams.has('idle') ? 'page' : 'person'
  return Response.json(await autosaveQuestion(services, request, await findVisit(services, request, by), id))
}
