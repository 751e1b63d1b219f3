import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { changePapers } from '#app/features/claim/evidence/evidence-action.server.ts'
import { EvidencePage } from '#app/features/claim/evidence/evidence-page.tsx'
import { evidenceView } from '#app/features/claim/evidence/evidence-view.server.ts'
import { paperRepositoryOf } from '#app/features/claim/evidence/paper-repository.server.ts'
import { requireVisit } from '#app/features/claim/visit.server.ts'

export async function loader({ request, context: { services } }: LoaderFunctionArgs) {
  return evidenceView(services, paperRepositoryOf(services, await requireVisit(services, request)), {
    done: new URL(request.url).searchParams.get('done'),
  })
}

export async function action({ request, context: { services, clientAddress } }: ActionFunctionArgs) {
  const outcome = await changePapers(services, request, clientAddress)
  if (outcome instanceof Response) throw outcome
  return data(outcome.view, { status: outcome.status })
}

export default function Evidence() {
  const loaded = useLoaderData<typeof loader>()
  const view = useActionData<typeof action>() ?? loaded
  return <EvidencePage view={view} />
}
