import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ResultPage } from '#app/features/check/result-page.tsx'
import { resultView } from '#app/features/check/result-view.server.ts'
import { getVisit, requireReachable } from '#app/features/check/visit.server.ts'
import { requestLanguage } from '#app/security/request-language.server.ts'
import { getTranslate } from '#app/i18n/resources.server.ts'

export function loader({ request, context: { services } }: LoaderFunctionArgs) {
  const visit = getVisit(services, request)
  requireReachable(services, request, visit, 'result')
  const language = requestLanguage(request).code
  return resultView(visit, { language, t: getTranslate(language) })
}

export default function Result() {
  return <ResultPage view={useLoaderData<typeof loader>()} />
}
