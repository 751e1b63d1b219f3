import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { SuggestionsPage } from '#app/features/filing/suggestions-page.tsx'
import { decideSuggestion, suggestionsView } from '#app/features/filing/suggestions-view.server.ts'

export const loader = ({ request, context: { services } }: LoaderFunctionArgs) => suggestionsView(services, request)

export const action = ({ request, context: { services } }: ActionFunctionArgs) => decideSuggestion(services, request)

export default function Suggestions() {
  return <SuggestionsPage view={useLoaderData<typeof loader>()} />
}
