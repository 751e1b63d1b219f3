import type { ActionFunctionArgs } from '@remix-run/node'
import { autosaveQuestion } from '#app/features/claim/answer-question.server.ts'
import { requireOpenPage } from '#app/features/claim/open-page.server.ts'

/** Saves a page that is still being filled in; pages with JavaScript ask for it when nobody types. */
export async function action({ request, params, context: { services } }: ActionFunctionArgs) {
  const { visit, id } = await requireOpenPage(services, request, params.question)
  return Response.json(await autosaveQuestion(services, request, visit, id))
}
