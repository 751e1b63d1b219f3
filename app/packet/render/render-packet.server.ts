import type { ClaimFile } from '#machines/answers/claim-file.ts'
import type { Day } from '#machines/calendar/day.ts'
import { findPaperLanguage, getLanguage, type LanguageCode } from '#app/i18n/languages.ts'
import { getTranslate } from '#app/i18n/resources.server.ts'
import type { Exhibit, ExhibitFile } from '../exhibit.ts'
import type { OwnStatement } from '../documents/own-statement.ts'
import { packetView, statementView, type PacketOptions } from '../packet-view.ts'
import type { PacketView, Part } from '../sheet.ts'
import { finishFile } from '../pdf/exhibits/finish-file.ts'
import { openExhibits } from '../pdf/exhibits/open-exhibits.ts'
import { drawView, type RenderedPacket } from '../pdf/render.ts'

/** What one rendering needs. It is plain data, so that it can be sent to a worker. */
export interface PacketOrder {
  readonly claim: ClaimFile
  readonly today: Day
  readonly part: Part | 'both'
  /** Whether the claim is invented. If so, every page says it. */
  readonly training?: boolean
  readonly options?: PacketOptions
  /** The language of the papers to keep and of the translations; without it, the claim's. */
  readonly language?: LanguageCode
  /** A caseworker's own statement. With it, only this statement is made, and nothing else of the packet. */
  readonly statement?: OwnStatement
  /** Attached papers, in the order of their letters. They go into the part to mail. */
  readonly exhibits?: readonly ExhibitFile[]
  /** The password that locks the file (AES-256). Without one, the file stays open. */
  readonly password?: string
}

/** The packet view of a claim, in the language of the order or of the claim or, when papers do not come in that language yet, in English. */
export function claimView({
  claim,
  today,
  training = false,
  options,
  language,
  exhibits,
  statement,
}: Omit<PacketOrder, 'part' | 'password' | 'exhibits'> & { readonly exhibits?: readonly Exhibit[] }): PacketView {
  if (statement) return statementView({ claim, today, english: getTranslate('en') }, statement)
  const { code } = findPaperLanguage(language ?? claim.language) ?? getLanguage('en')
  return packetView({ claim, today, english: getTranslate('en'), own: getTranslate(code), language: code, training, options, exhibits })
}

/** Makes the PDF of a claim in this thread. Commands and workers call it; servers use the render pool. */
export function renderPacket(order: PacketOrder): Promise<RenderedPacket> {
  return renderView(claimView(order), order)
}

/** Makes the PDF of a packet view. */
export async function renderView(
  view: PacketView,
  { part, exhibits = [], password }: Pick<PacketOrder, 'part' | 'exhibits' | 'password'>,
): Promise<RenderedPacket> {
  const opened = exhibits.length > 0 && part !== 'keep' ? await openExhibits(exhibits) : null
  const drawn = await drawView(view, part, opened?.find)
  return { ...drawn, pdf: await finishFile(drawn.pdf, opened, password) }
}
