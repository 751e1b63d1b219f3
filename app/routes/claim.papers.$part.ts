import type { ActionFunctionArgs } from '@remix-run/node'
import { officialFormFile } from '#app/features/claim/packet/official-form-file.server.ts'
import { packetFile } from '#app/features/claim/packet/packet-file.server.ts'
import { PATHS, requirePart, requireVisit, seeOther } from '#app/features/claim/visit.server.ts'

/** Leads to the packet page, because only its button makes the file. */
export const loader = () => seeOther(PATHS.packet)

export async function action({ request, params, context: { services } }: ActionFunctionArgs) {
  const visit = await requireVisit(services, request)
  if (params.part === 'official') return officialFormFile(services, visit)
  return packetFile(services, request, visit, requirePart(params.part))
}
