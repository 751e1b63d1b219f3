import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireEditing } from '#app/features/official-form/editing.server.ts'
import { startView } from '#app/features/official-form/form-view.server.ts'
import { StartPage } from '#app/features/official-form/start-page.tsx'
import { requestLanguage } from '#app/security/request-language.server.ts'

export async function loader({ request, context: { services } }: LoaderFunctionArgs) {
  return startView(await requireEditing(services), requestLanguage(request).code)
}

export default function OfficialForm() {
  return <StartPage view={useLoaderData<typeof loader>()} />
}
