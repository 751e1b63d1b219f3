import type { ActionFunctionArgs } from '@remix-run/node'
import { packetFile } from '#app/features/claim/packet-file.server.ts'
import { PATHS, requireVisit, seeOther } from '#app/features/claim/visit.server.ts'

/** A file is asked for with the button of the packet page; somebody who comes by its address is led there. */
export const loader = () => seeOther(PATHS.packet)

export async function action({ request, params, context: { services } }: ActionFunctionArgs) {
  return packetFile(services, await requireVisit(services, request), params.number)
}
