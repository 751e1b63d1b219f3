import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData, useRouteError, type ClientActionFunctionArgs } from '@remix-run/react'
import { findNotSaved } from '#app/components/not-saved.ts'
import { ProblemPage } from '#app/components/problem-page.tsx'
import { useHeld } from '#app/components/use-held.ts'
import { answerQuestion } from '#app/features/claim/question/answer-question.server.ts'
import { ConflictPage } from '#app/features/claim/question/conflict-page.tsx'
import { QuestionPage } from '#app/features/claim/question/question-page.tsx'
import { questionView, readPageOptions, type QuestionView } from '#app/features/claim/question/question-view.server.ts'
import { requireOpenPage } from '#app/features/claim/question/open-page.server.ts'
import { unlessUnsent, whyUnsent } from '#app/features/claim/question/why-unsent.ts'

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

/** Keeps the page with everything that was written if there is no network, if the form is too large, or if the server could not save it. */
export async function clientAction({ serverAction }: ClientActionFunctionArgs) {
  try {
    return await serverAction<typeof action>()
  } catch (error) {
    const kind = whyUnsent(error)
    if (kind === null) throw error
    return { kind }
  }
}

export { unlessUnsent as shouldRevalidate }

export default function Question() {
  const outcome = useActionData<typeof clientAction>()
  const loaded = useLoaderData<typeof loader>()
  const answered = outcome && 'view' in outcome ? outcome : undefined
  const held = useHeld(loaded, answered)
  const unsent = outcome && !('view' in outcome) ? outcome.kind : answered?.status === 400 ? 'unknown' : undefined
  if (held?.kind === 'conflict') return <ConflictPage key={held.view.draw} view={held.view} unsent={unsent} />
  return <QuestionPage view={held?.view ?? loaded} unsent={unsent} />
}

/** The page of a form that could not be saved, for a browser without our scripts: everything that was written comes back. */
export function ErrorBoundary() {
  const error = useRouteError()
  const view = findNotSaved(error)?.page as QuestionView | null | undefined
  return view ? <QuestionPage view={view} unsent="not-saved" whole /> : <ProblemPage error={error} />
}
