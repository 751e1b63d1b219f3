import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { data, useActionData, useLoaderData, type ClientActionFunctionArgs } from '@remix-run/react'
import { useHeld } from '#app/components/use-held.ts'
import type { Unsent } from '#app/features/claim/question/unsent-notice.tsx'
import { unlessUnsent, whyUnsent } from '#app/features/casefile/why-unsent.ts'
import { requireCasePage } from '#app/features/casefile/open-case.server.ts'
import { requireSection, saveSection, type SectionAgain } from '#app/features/filing/save-section.server.ts'
import { SectionPage } from '#app/features/filing/section-page.tsx'
import { sectionView } from '#app/features/filing/section-view.server.ts'
import filingStyles from '../styles/filing.css?url'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: filingStyles }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const visit = await requireCasePage(context, request, params.number, ({ casePages }, actor, number) => casePages.section(actor, number))
  return sectionView(visit, visit.found, requireSection(params.section), new URL(request.url).searchParams.get('done'))
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const result = await saveSection(context, request, params.number, params.section)
  if (result instanceof Response) throw result
  return data(result, { status: result.status })
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

export default function Prepare() {
  const loaded = useLoaderData<typeof loader>()
  const returned = useActionData<SectionAgain | { readonly kind: Unsent }>()
  const unsent = returned && 'kind' in returned ? returned.kind : undefined
  const again = useHeld(loaded, returned && 'view' in returned ? returned : undefined)
  const view = again?.view.section === loaded.section ? again.view : loaded
  const status = view === again?.view ? again.status : undefined
  return <SectionPage view={view} conflict={status === 409} unsent={unsent ?? (status === 503 ? 'not-saved' : undefined)} />
}
