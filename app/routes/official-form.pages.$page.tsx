import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { correctMap } from '#app/features/official-form/correct-map.server.ts'
import { requireEditing, requirePage } from '#app/features/official-form/editing.server.ts'
import { FormPage } from '#app/features/official-form/form-page.tsx'
import { formPageView } from '#app/features/official-form/form-view.server.ts'
import { requestLanguage } from '#app/security/request-language.server.ts'

export async function loader({ request, params, context: { services } }: LoaderFunctionArgs) {
  const visit = await requireEditing(services)
  const done = new URL(request.url).searchParams.get('done')
  return formPageView(visit, requirePage(visit, params.page), requestLanguage(request).code, done)
}

export async function action({ request, params, context: { services } }: ActionFunctionArgs) {
  const visit = await requireEditing(services)
  return correctMap(visit, requirePage(visit, params.page), request)
}

export default function OfficialFormPage() {
  return <FormPage view={useLoaderData<typeof loader>()} />
}
