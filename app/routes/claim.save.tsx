import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { PhrasePage, SavePage } from '#app/features/claim/return/save-page.tsx'
import { shareInvitation } from '#app/features/sharing/share-invitation.server.ts'
import { STORAGE_TERMS } from '#app/features/claim/storage.server.ts'
import { isOnWayToShare } from '#app/features/claim/way-to-share.server.ts'
import { PATHS, requireVisit, seeOther } from '#app/features/claim/visit.server.ts'

export async function loader({ request, context: { services } }: LoaderFunctionArgs) {
  const visit = await requireVisit(services, request)
  return {
    hasPhrase: visit.draft.hasPhrase,
    terms: STORAGE_TERMS,
    share: shareInvitation(services, visit),
    leadsToShare: isOnWayToShare(services, request),
  }
}

/** Makes the phrase and shows it in this answer. The phrase is not stored, so there is no page to redirect to. */
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
  return made?.units ? <PhrasePage units={made.units} leadsToShare={view.leadsToShare} /> : <SavePage {...view} busy={made !== undefined} />
}
