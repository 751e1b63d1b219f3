import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { PhrasePage, SavePage } from '#app/features/claim/save-page.tsx'
import { STORAGE_TERMS } from '#app/features/claim/storage.server.ts'
import { PATHS, requireVisit, seeOther } from '#app/features/claim/visit.server.ts'

export async function loader({ request, context: { services } }: LoaderFunctionArgs) {
  const { draft } = await requireVisit(services, request)
  return { hasPhrase: draft.hasPhrase, terms: STORAGE_TERMS }
}

/** Makes the words and shows them in this answer: they are kept nowhere, so there is no page to lead to. */
export async function action({ request, context: { services } }: ActionFunctionArgs) {
  const { session, speech } = await requireVisit(services, request)
  const made = await services.drafts.setPhrase(session, speech.language)
  if (made.ok) return data({ units: made.phrase.units })
  if (made.reason === 'ended') throw seeOther(PATHS.return)
  return data({ units: null }, { status: 503 })
}

export default function Save() {
  const view = useLoaderData<typeof loader>()
  const made = useActionData<typeof action>()
  return made?.units ? <PhrasePage units={made.units} /> : <SavePage {...view} busy={made !== undefined} />
}
