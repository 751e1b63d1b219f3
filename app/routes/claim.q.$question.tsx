import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData, type ClientActionFunctionArgs, type ShouldRevalidateFunctionArgs } from '@remix-run/react'
import { answerQuestion } from '#app/features/claim/answer-question.server.ts'
import { ConflictPage } from '#app/features/claim/conflict-page.tsx'
import { QuestionPage } from '#app/features/claim/question-page.tsx'
import { useHeldView } from '#app/features/claim/use-held-view.ts'
import { questionView, readPageOptions } from '#app/features/claim/question-view.server.ts'
import { requireOpenPage } from '#app/features/claim/open-page.server.ts'

export async function loader({ request, params, context: { services } }: LoaderFunctionArgs) {
  const { visit, id } = await requireOpenPage(services, request, params.question)
  return questionView(visit, id, readPageOptions(request))
}

export async function action({ request, params, context: { services } }: ActionFunctionArgs) {
  const { visit, id } = await requireOpenPage(services, request, params.question)
  const outcome = await answerQuestion(services, request, visit, id)
  if (outcome instanceof Response) throw outcome
  return data(outcome, { status: outcome.status })
}

/** Without a network the page stays as it is, with all that was written. */
export async function clientAction({ serverAction }: ClientActionFunctionArgs) {
  try {
    return await serverAction<typeof action>()
  } catch (error) {
    if (error instanceof TypeError) return { kind: 'offline' } as const
    throw error
  }
}

export const shouldRevalidate = ({ actionResult, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) =>
  (actionResult as { kind?: string } | undefined)?.kind === 'offline' ? false : defaultShouldRevalidate

export default function Question() {
  const outcome = useActionData<typeof clientAction>()
  const view = useHeldView(useLoaderData<typeof loader>(), outcome?.kind === 'page' ? outcome.view : undefined)
  if (outcome?.kind === 'conflict') return <ConflictPage view={outcome.view} />
  return <QuestionPage view={view} offline={outcome?.kind === 'offline'} />
}
