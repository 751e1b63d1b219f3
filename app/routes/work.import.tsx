import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { requirePermission, requireStaffVisit } from '#app/auth/visit.server.ts'
import { importCase } from '#app/features/records/import-case.server.ts'
import { ImportPage } from '#app/features/records/import-page.tsx'
import { oneself } from '#machines/casework/permissions.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const visit = await requireStaffVisit(context, request)
  requirePermission(visit, 'create:case', oneself(visit.actor))
  return null
}

export async function action({ request, context }: ActionFunctionArgs) {
  const result = await importCase(context, request)
  if (result instanceof Response) throw result
  return data(result, { status: result.status })
}

export default function Import() {
  return <ImportPage refused={useActionData<typeof action>()} />
}
