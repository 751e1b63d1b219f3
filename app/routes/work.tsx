import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { isRouteErrorResponse, Outlet, useLoaderData, useRouteError } from '@remix-run/react'
import { findNotSaved } from '#app/components/not-saved.ts'
import { ProblemPage } from '#app/components/problem-page.tsx'
import { unlessUnsent } from '#app/features/casefile/why-unsent.ts'
import { workFrame } from '#app/features/casework/work-frame.server.ts'
import { ForbiddenPage, WorkLayout } from '#app/features/casework/work-layout.tsx'
import workStyles from '../styles/work.css?url'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: workStyles }]

export const loader = ({ request, context }: LoaderFunctionArgs) => workFrame(context, request)

export { unlessUnsent as shouldRevalidate }

export default function Work() {
  return (
    <WorkLayout frame={useLoaderData<typeof loader>()}>
      <Outlet />
    </WorkLayout>
  )
}

export function ErrorBoundary() {
  const error = useRouteError()
  return isRouteErrorResponse(error) && error.status === 403 && !findNotSaved(error) ? <ForbiddenPage /> : <ProblemPage error={error} />
}
