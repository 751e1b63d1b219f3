import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { SafetyPage } from '#app/features/check/safety-page.tsx'
import { lineView } from '#app/features/help/line-view.server.ts'
import { requestLanguage } from '#app/security/request-language.server.ts'
import { CHECK_IDLE_MINUTES } from '#app/security/check-session.server.ts'
import { getHotline } from '#machines/law/contacts.ts'

export function loader({ request }: LoaderFunctionArgs) {
  const language = requestLanguage(request).code
  return {
    minutes: CHECK_IDLE_MINUTES,
    lines: ['national-ht-hotline', '988'].map(id => lineView(getHotline(id), language)),
  }
}

export default function Safety() {
  return <SafetyPage {...useLoaderData<typeof loader>()} />
}
