import { readValues } from '#app/forms/sent-form.server.ts'
import { SMALL_FORM } from '#app/security/forms/form-bounds.ts'
import { CALVCB } from '#machines/law/contacts.ts'
import { packetOptionsView, readPacketOptions, type PacketOptionsView } from './packet-options.server.ts'
import { missingViews, type MissingView } from '../review/review-view.server.ts'
import { noWordsView, type NoWords } from '../return/no-words.server.ts'
import type { ClaimVisit } from '../visit.server.ts'

export interface PacketPageView {
  readonly missing: readonly MissingView[]
  readonly options: PacketOptionsView
  /** Where CalVCB's own application form can be asked for. */
  readonly calvcb: { readonly phone: string; readonly site: string }
  /** The notice about what a pause would lose; `null` if nothing would be lost. */
  readonly noWords: NoWords | null
}

export const packetPageView = (visit: ClaimVisit): PacketPageView => ({
  missing: missingViews(visit),
  options: packetOptionsView(visit.speech),
  calvcb: { phone: CALVCB.phone.value, site: CALVCB.site.value.replace('https://', '') },
  noWords: noWordsView(visit),
})

/** The packet page with the choices that were sent and their problems; `null` if there are none. */
export async function correctedPacketPage(request: Request, visit: ClaimVisit): Promise<PacketPageView | null> {
  const values = await readValues(request, SMALL_FORM)
  const { problems } = readPacketOptions(values, visit.today)
  return problems.length === 0 ? null : { ...packetPageView(visit), options: packetOptionsView(visit.speech, values, problems) }
}
