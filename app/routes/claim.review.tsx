import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { countPapers } from '#app/features/claim/evidence/evidence-view.server.ts'
import { readPageOptions } from '#app/features/claim/question/question-view.server.ts'
import { ReviewPage } from '#app/features/claim/review/review-page.tsx'
import { reviewView } from '#app/features/claim/review/review-view.server.ts'
import { requireVisit } from '#app/features/claim/visit.server.ts'

export async function loader({ request, context: { services } }: LoaderFunctionArgs) {
  const visit = await requireVisit(services, request)
  return { view: reviewView(visit), changed: readPageOptions(request).kept, papers: await countPapers(services, visit) }
}

export default function Review() {
  return <ReviewPage {...useLoaderData<typeof loader>()} />
}
