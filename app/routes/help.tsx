import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { HelpPage } from '#app/features/help/help-page.tsx'
import { findWayBack } from '#app/features/claim/visit.server.ts'
import { findCenter, helpView } from '#app/features/help/help-view.server.ts'
import { requestLanguage } from '#app/security/request-language.server.ts'
import { SMALL_FORM } from '#app/security/forms/form-bounds.ts'
import { readFormData } from '#app/security/forms/read-form-data.server.ts'

export function loader({ request }: LoaderFunctionArgs) {
  return { view: helpView(requestLanguage(request).code), back: findWayBack(request) ?? undefined }
}

/** Looks a county up, and stores nothing. */
export async function action({ request }: ActionFunctionArgs) {
  const center = findCenter((await readFormData(request, SMALL_FORM)).get('county'), requestLanguage(request).code)
  return data({ center }, { status: center ? 200 : 422 })
}

export default function Help() {
  return <HelpPage {...useLoaderData<typeof loader>()} center={useActionData<typeof action>()?.center} />
}
