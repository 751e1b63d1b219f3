import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireEditing } from '#app/features/official-form/editing.server.ts'
import { mapText } from '#app/official-form/form-map.ts'

export async function loader({ context: { services } }: LoaderFunctionArgs) {
  const { map } = (await requireEditing(services)).kept
  return new Response(mapText(map), {
    headers: {
      'Content-Type': 'application/json',
      'Content-Disposition': `attachment; filename="map-v${map.version}.json"`,
      'Cache-Control': 'no-store',
    },
  })
}
