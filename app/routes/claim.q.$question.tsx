import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData, useRouteError } from '@remix-run/react'
import { findNotSaved } from '#app/components/not-saved.ts'
import { ProblemPage } from '#app/components/problem-page.tsx'
import { answerQuestion } from '#app/features/claim/question/answer-question.server.ts'
import { ConflictPage } from '#app/features/claim/question/conflict-page.tsx'
import { FORM, QuestionPage } from '#app/features/claim/question/question-page.tsx'
import { questionView, readPageOptions, type QuestionView } from '#app/features/claim/question/question-view.server.ts'
import { requireOpenPage } from '#app/features/claim/question/open-page.server.ts'
import { findTyped } from '#app/features/claim/question/typed-form.server.ts'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { savesFirst: FORM }

export async function loader({ request, params, context: { services } }: LoaderFunctionArgs) {
  const { visit, id } = await requireOpenPage(services, request, params.question)
  return questionView(visit, id, readPageOptions(request), findTyped(services, request, visit, id))
}

export async function action({ request, params, context: { services } }: ActionFunctionArgs) {
  const { visit, id } = await requireOpenPage(services, request, params.question)
  const outcome = await answerQuestion(services, request, visit, id)
  if (outcome instanceof Response) throw outcome
  return data(outcome, { status: outcome.status })
}

export default function Question() {
  const outcome = useActionData<typeof action>()
  const loaded = useLoaderData<typeof loader>()
  if (outcome?.kind === 'conflict') return <ConflictPage view={outcome.view} />
  return <QuestionPage view={outcome?.view ?? loaded} unsent={outcome?.status === 400 ? 'unknown' : undefined} />
}

/** The page of a form that could not be saved: everything that was written comes back. */
export function ErrorBoundary() {
  const error = useRouteError()
  const view = findNotSaved(error)?.page as QuestionView | null | undefined
  return view ? <QuestionPage view={view} unsent="not-saved" /> : <ProblemPage error={error} />
}
