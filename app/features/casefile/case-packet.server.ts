import { readValues } from '#app/forms/sent-form.server.ts'
import { casePath, granted } from '#app/auth/case-visit.server.ts'
import type { StaffContext } from '#app/auth/visit.server.ts'
import { fileResponse } from '#app/features/claim/file-response.server.ts'
import { readPacketOptions, type ChosenPapers } from '#app/features/claim/packet/packet-options.server.ts'
import { packetOrder } from '#app/features/claim/packet/packet-order.server.ts'
import { requirePart, seeOther } from '#app/features/claim/visit.server.ts'
import type { Part } from '#app/packet/sheet.ts'
import { SMALL_FORM } from '#app/security/forms/form-bounds.ts'
import type { Services } from '#app/services.server.ts'
import { requireOpenCase, type CaseVisit } from './open-case.server.ts'

/** Makes one file of a case's packet. A story that was not shared is left out, whatever the member chose. */
export async function casePacket(
  context: StaffContext,
  request: Request,
  address: string | undefined,
  part: string | undefined,
): Promise<Response> {
  const which = requirePart(part)
  const visit = await requireOpenCase(context, request, address)
  const { chosen, problems } = readPacketOptions(await readValues(request, SMALL_FORM), visit.answers.today)
  if (problems.length > 0) return seeOther(`${casePath(visit.number)}?again=1`)
  const { name, pdf } = await renderCase(context.services, visit, which, chosen)
  return fileResponse(pdf, name, 'application/pdf')
}

/** Makes one file of a case's packet, under a name that tells nothing about the person, and writes into the record that it was made. */
export async function renderCase(
  services: Services,
  { staff, number, found, answers }: CaseVisit,
  part: Part,
  chosen: ChosenPapers,
): Promise<{ readonly name: string; readonly pdf: Uint8Array }> {
  const withoutStory = chosen.options.withoutStory === true || !found.parts.includes('story')
  const order = packetOrder(answers, { ...chosen, options: { ...chosen.options, ...(withoutStory && { withoutStory }) } })
  const exhibits = granted(await staff.casework.papers.forPacket(staff.actor, number, part === 'mail' ? answers.today : null))
  const { pdf } = await services.packets.render({ ...order, part, exhibits })
  return { name: `papers-${number}-${part === 'mail' ? 1 : 2}.pdf`, pdf }
}
