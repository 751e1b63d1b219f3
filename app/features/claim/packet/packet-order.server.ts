import { readValues } from '#app/forms/sent-form.server.ts'
import type { PacketOrder } from '#app/packet/render/render-packet.server.ts'
import { SMALL_FORM } from '#app/security/forms/form-bounds.ts'
import { assembleClaim } from '#machines/claim/assemble.ts'
import { readPacketOptions, type ChosenPapers } from './packet-options.server.ts'
import { PATHS, type AnswerVisit } from '../visit.server.ts'

/** The order from which the papers of an open claim are made. */
export function packetOrder({ draft, speech, today }: AnswerVisit, { options, password }: ChosenPapers): Omit<PacketOrder, 'part'> {
  return {
    claim: assembleClaim(draft.answers, today, { language: speech.language }),
    today,
    options,
    ...(password !== undefined && { password }),
  }
}

/**
 * The choices that were sent with a button of the packet page.
 * @throws Response that sends the same form on to the packet page (307), which says what to correct and keeps everything that was
 * chosen. In this way no choice has to be stored or stand in an address.
 */
export async function requireChoices(request: Request, { today }: AnswerVisit): Promise<ChosenPapers> {
  const { chosen, problems } = readPacketOptions(await readValues(request, SMALL_FORM), today)
  if (problems.length > 0) throw new Response(null, { status: 307, headers: { Location: PATHS.packet } })
  return chosen
}
