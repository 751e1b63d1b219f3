import { data, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireOpenCase } from '#app/features/casefile/open-case.server.ts'
import { requireSection, saveSection } from '#app/features/filing/save-section.server.ts'
import { SectionPage } from '#app/features/filing/section-page.tsx'
import { sectionView } from '#app/features/filing/section-view.server.ts'
import filingStyles from '../styles/filing.css?url'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: filingStyles }]

export async function loader({ request, params, context: { services } }: LoaderFunctionArgs) {
  const visit = await requireOpenCase(services, request, params.number, 'edit:case')
  return sectionView(visit, requireSection(params.section), new URL(request.url).searchParams.get('done'))
}

export async function action({ request, params, context: { services } }: ActionFunctionArgs) {
  const result = await saveSection(services, request, params.number, params.section)
  if (result instanceof Response) throw result
  return data(result, { status: result.status })
}

export default function Prepare() {
  const loaded = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  const view = again && again.view.section === loaded.section ? again.view : loaded
  return <SectionPage view={view} conflict={again?.status === 409 && view === again.view} />
}
