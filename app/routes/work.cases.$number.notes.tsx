import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { NotesPage } from '#app/features/casefile/notes-page.tsx'
import { changeNotes, notesView } from '#app/features/casefile/notes.server.ts'

export const loader = ({ request, params, context }: LoaderFunctionArgs) => notesView(context, request, params.number)

export async function action({ request, params, context }: ActionFunctionArgs) {
  const result = await changeNotes(context, request, params.number)
  if (result instanceof Response) throw result
  return data(result, { status: 422 })
}

export default function Notes() {
  return <NotesPage view={useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />
}
