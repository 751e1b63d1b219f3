import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { HomePage } from '#app/features/casework/home-page.tsx'
import { homeView, saveSettings } from '#app/features/casework/home.server.ts'

export const loader = ({ request, context }: LoaderFunctionArgs) => homeView(context, request)

export async function action({ request, context }: ActionFunctionArgs) {
  const result = await saveSettings(context, request)
  if (result instanceof Response) throw result
  return data(result, { status: 422 })
}

export default function Home() {
  return <HomePage view={useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />
}
