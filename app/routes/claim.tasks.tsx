import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { TasksPage } from '#app/features/claim/tasks-page.tsx'
import { tasksView } from '#app/features/claim/tasks-view.server.ts'
import { requireVisit } from '#app/features/claim/visit.server.ts'

export async function loader({ request, context: { services } }: LoaderFunctionArgs) {
  return tasksView(await requireVisit(services, request))
}

export default function Tasks() {
  return <TasksPage view={useLoaderData<typeof loader>()} />
}
