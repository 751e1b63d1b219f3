import type { ClaimFile } from '#machines/answers/claim-file.ts'
import type { Day } from '#machines/calendar/day.ts'
import { findOfferedLanguage, getLanguage } from '#app/i18n/languages.ts'
import { getTranslate } from '#app/i18n/resources.server.ts'
import { packetView } from './packet-view.ts'
import type { PacketView, Part } from './sheet.ts'
import { renderView, type RenderedPacket } from './pdf/render.tsx'

/** What one rendering needs; plain data, so that it can be handed to a worker. */
export interface PacketOrder {
  readonly claim: ClaimFile
  readonly today: Day
  readonly part: Part | 'both'
  /** Whether the claim is an invented one: every page says so. */
  readonly training?: boolean
}

/** The view of a claim with the sentences of its language; English where that one is not offered yet. */
export function claimView({ claim, today, training = false }: Omit<PacketOrder, 'part'>): PacketView {
  const { code } = findOfferedLanguage(claim.language) ?? getLanguage('en')
  return packetView({ claim, today, english: getTranslate('en'), own: getTranslate(code), language: code, training })
}

/** Makes the PDF of a claim in this thread: for commands and workers. Servers use the render pool. */
export function renderPacket(order: PacketOrder): Promise<RenderedPacket> {
  return renderView(claimView(order), order.part)
}
