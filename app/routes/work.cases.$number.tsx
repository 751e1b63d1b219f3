import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { isRouteErrorResponse, Outlet, useLoaderData, useRouteError } from '@remix-run/react'
import { caseFrame } from '#app/features/casefile/case-frame.server.ts'
import { findNotSaved } from '#app/components/not-saved.ts'
import { ProblemPage } from '#app/components/problem-page.tsx'
import { CaseLayout, GonePage } from '#app/features/casefile/case-layout.tsx'
import { unlessUnsent } from '#app/features/casefile/why-unsent.ts'
import { ForbiddenPage } from '#app/features/casework/work-layout.tsx'
import caseStyles from '../styles/case.css?url'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: caseStyles }]

export const loader = ({ request, params, context }: LoaderFunctionArgs) => caseFrame(context, request, params.number)

export { unlessUnsent as shouldRevalidate }

export default function Case() {
  return (
    <CaseLayout frame={useLoaderData<typeof loader>()}>
      <Outlet />
    </CaseLayout>
  )
}

export function ErrorBoundary() {
  const error = useRouteError()
  const status = isRouteErrorResponse(error) && !findNotSaved(error) ? error.status : null
  if (status === 410) return <GonePage />
  return status === 403 ? <ForbiddenPage /> : <ProblemPage error={error} />
}
