import type { LoaderFunctionArgs } from '@remix-run/node'
import { pagePicture, requireEditing, requirePage } from '#app/features/official-form/editing.server.ts'

export async function loader({ params, context: { services } }: LoaderFunctionArgs) {
  const visit = await requireEditing(services)
  return pagePicture(visit, requirePage(visit, params.page))
}
