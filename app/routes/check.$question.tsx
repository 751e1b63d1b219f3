import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { answerQuestion } from '#app/features/check/answer-question.server.ts'
import { FORM, QuestionPage } from '#app/features/check/question-page.tsx'
import { questionView } from '#app/features/check/question-view.server.ts'
import { getVisit, requireQuestion, requireReachable } from '#app/features/check/visit.server.ts'
import type { PageHandle } from '#app/root.tsx'
import { requestLanguage } from '#app/security/request-language.server.ts'

export const handle: PageHandle = { savesFirst: FORM }

export function loader({ request, params, context: { services } }: LoaderFunctionArgs) {
  const id = requireQuestion(params.question)
  const visit = getVisit(services, request)
  requireReachable(services, request, visit, id)
  return questionView(visit, id, requestLanguage(request).code)
}

export async function action({ request, params, context: { services } }: ActionFunctionArgs) {
  const id = requireQuestion(params.question)
  const visit = getVisit(services, request)
  requireReachable(services, request, visit, id)
  const result = await answerQuestion(services, request, visit, id)
  if (result instanceof Response) throw result
  return data(questionView(visit, id, requestLanguage(request).code, result), { status: result.problems.length > 0 ? 422 : 200 })
}

export default function Question() {
  const view = useLoaderData<typeof loader>()
  return <QuestionPage view={useActionData<typeof action>() ?? view} />
}
