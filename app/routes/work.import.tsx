import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { oneself, requirePermission, requireStaffVisit } from '#app/auth/visit.server.ts'
import { importCase } from '#app/features/records/import-case.server.ts'
import { ImportPage } from '#app/features/records/import-page.tsx'

export async function loader({ request, context: { services } }: LoaderFunctionArgs) {
  const visit = await requireStaffVisit(services, request)
  requirePermission(visit, 'create:case', oneself(visit))
  return null
}

export async function action({ request, context: { services } }: ActionFunctionArgs) {
  const result = await importCase(services, request)
  if (result instanceof Response) throw result
  return data(result, { status: result.status })
}

export default function Import() {
  return <ImportPage refused={useActionData<typeof action>()} />
}
