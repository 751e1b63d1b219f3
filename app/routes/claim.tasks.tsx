import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { countPapers } from '#app/features/claim/evidence/evidence-view.server.ts'
import { TasksPage } from '#app/features/claim/start/tasks-page.tsx'
import { tasksView } from '#app/features/claim/start/tasks-view.server.ts'
import { countSuggestions } from '#app/features/filing/suggestions-view.server.ts'
import { requireVisit } from '#app/features/claim/visit.server.ts'

export async function loader({ request, context: { services } }: LoaderFunctionArgs) {
  const visit = await requireVisit(services, request)
  return {
    view: tasksView(visit),
    papers: await countPapers(services, visit),
    mayShare: services.casework !== null,
    suggestions: await countSuggestions(services, visit),
  }
}

export default function Tasks() {
  return <TasksPage {...useLoaderData<typeof loader>()} />
}
