import type { Services } from '#app/services.server.ts'
import type { Part } from '#app/packet/sheet.ts'
import { fileResponse } from '../file-response.server.ts'
import type { ChosenPapers } from './packet-options.server.ts'
import { packetOrder } from './packet-order.server.ts'
import { PATHS, seeOther, type ClaimVisit } from '../visit.server.ts'

/** Names of the two files, which tell nothing about the person. */
const FILE_NAMES: Readonly<Record<Part, string>> = { mail: 'papers-1.pdf', keep: 'papers-2.pdf' }

/** Makes one file of the packet with its choices, and notes that the claim was printed. */
export async function packetFile(services: Services, visit: ClaimVisit, part: Part, chosen: ChosenPapers): Promise<Response> {
  const exhibits = await services.exhibits.files(visit.session)
  if (!exhibits) return seeOther(PATHS.return)
  const { pdf } = await services.packets.render({ ...packetOrder(visit, chosen), part, exhibits })
  if (part === 'mail') await services.drafts.notePrinted(visit.session, visit.today)
  return fileResponse(pdf, FILE_NAMES[part], 'application/pdf')
}
