import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PausePage } from '#app/features/claim/return/lock-page.tsx'
import { STORAGE_TERMS } from '#app/features/claim/storage.server.ts'
import { requireVisit } from '#app/features/claim/visit.server.ts'
import { lineView } from '#app/features/help/line-view.server.ts'
import { getHotline } from '#machines/law/contacts.ts'

export async function loader({ request, context: { services } }: LoaderFunctionArgs) {
  const { draft, speech } = await requireVisit(services, request)
  return {
    hasPhrase: draft.hasPhrase,
    minutes: STORAGE_TERMS.minutes,
    lines: ['national-ht-hotline', '988'].map(id => lineView(getHotline(id), speech.language)),
  }
}

export default function Pause() {
  return <PausePage {...useLoaderData<typeof loader>()} />
}
