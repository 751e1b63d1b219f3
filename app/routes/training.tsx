import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PeoplePage } from '#app/features/training/people-page.tsx'
import { peopleView } from '#app/features/training/people-view.server.ts'
import { practice, requireTraining } from '#app/features/training/practice.server.ts'
import { requestLanguage } from '#app/security/request-language.server.ts'

export function loader({ request, context: { services } }: LoaderFunctionArgs) {
  requireTraining(services)
  return peopleView(requestLanguage(request).code, new URL(request.url).searchParams.has('erased'))
}

export const action = ({ request, context: { services } }: ActionFunctionArgs) => practice(services, request)

export default function Training() {
  return <PeoplePage view={useLoaderData<typeof loader>()} />
}
