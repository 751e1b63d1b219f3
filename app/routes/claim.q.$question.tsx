import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import {
  isRouteErrorResponse,
  useActionData,
  useLoaderData,
  type ClientActionFunctionArgs,
  type ShouldRevalidateFunctionArgs,
} from '@remix-run/react'
import { useHeld } from '#app/components/use-held.ts'
import { answerQuestion } from '#app/features/claim/answer-question.server.ts'
import { ConflictPage } from '#app/features/claim/conflict-page.tsx'
import { QuestionPage } from '#app/features/claim/question-page.tsx'
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

/** Without a network, or with more than fits, the page stays as it is, with all that was written. */
export async function clientAction({ serverAction }: ClientActionFunctionArgs) {
  try {
    return await serverAction<typeof action>()
  } catch (error) {
    if (error instanceof TypeError) return { kind: 'offline' } as const
    if (isRouteErrorResponse(error) && error.status === 413) return { kind: 'tooMuch' } as const
    throw error
  }
}

/** What comes back to the page has changed nothing that is kept: to ask for it again would only give time to lose what was written. */
export const shouldRevalidate = ({ actionResult, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) =>
  (actionResult as { kind?: string } | undefined)?.kind === undefined && defaultShouldRevalidate

export default function Question() {
  const outcome = useActionData<typeof clientAction>()
  const loaded = useLoaderData<typeof loader>()
  const answered = outcome && 'view' in outcome ? outcome : undefined
  const held = useHeld(loaded, answered)
  const unsent = outcome && !('view' in outcome) ? outcome.kind : answered?.status === 400 ? 'unknown' : undefined
  if (held?.kind === 'conflict') return <ConflictPage key={held.view.draw} view={held.view} unsent={unsent} />
  return <QuestionPage view={held?.view ?? loaded} unsent={unsent} />
}
