import { LANGUAGES, type LanguageCode } from '#app/i18n/languages.ts'
import type { Exhibit } from '#app/packet/exhibit.ts'
import { claimView } from '#app/packet/render/render-packet.server.ts'
import type { Block, Part, Sheet } from '#app/packet/sheet.ts'
import type { Services } from '#app/services.server.ts'
import type { ChosenPapers } from '#app/features/claim/packet/packet-options.server.ts'
import { packetOrder } from '#app/features/claim/packet/packet-order.server.ts'
import type { ClaimVisit } from '#app/features/claim/visit.server.ts'

/** One sheet on the page. Its anchor is a number, because the browser's history keeps addresses, and they must not name a sheet. */
export interface ReadSheet extends Omit<Sheet, 'flows'> {
  readonly anchor: string
}

/** One part of the papers on the screen, with the same sheets as the file. */
export interface PaperView {
  readonly part: Part
  /** The person's language, which is the language of the translations. */
  readonly language: LanguageCode
  /** Languages that are written from right to left. */
  readonly rightToLeft: readonly LanguageCode[]
  readonly sheets: readonly ReadSheet[]
  /** Anchor of each sheet by its id, for the contents. */
  readonly anchors: Readonly<Record<string, string>>
  readonly contents: string | undefined
  readonly watermark: readonly string[]
  readonly withoutStory: boolean
}

/** One part of the papers of an open claim, as they would be printed with these choices and these attached papers. */
export function paperView(
  { training }: Services,
  visit: ClaimVisit,
  part: Part,
  chosen: ChosenPapers,
  exhibits: readonly Exhibit[] = [],
): PaperView {
  const order = packetOrder(visit, chosen)
  const view = claimView({ ...order, training: training !== null, exhibits })
  const sheets = withoutExhibitPages(view[part]).map((sheet, index) => ({ ...sheet, anchor: `p${index + 1}` }))
  return {
    part,
    language: view.language,
    rightToLeft: LANGUAGES.filter(({ direction }) => direction === 'rtl').map(({ code }) => code),
    sheets,
    anchors: Object.fromEntries(sheets.map(({ id, anchor }) => [id, anchor])),
    contents: sheets.find(({ blocks }) => blocks.some(({ kind }) => kind === 'contents'))?.anchor,
    watermark: view.watermark,
    withoutStory: order.options?.withoutStory === true,
  }
}

/** Replaces the pages of attached papers, which the screen does not show, with lines on the sheet that opens their exhibit. */
export function withoutExhibitPages(sheets: readonly Sheet[]): Sheet[] {
  const read: Sheet[] = []
  for (const sheet of sheets) {
    const [first] = sheet.blocks
    const before = read.at(-1)
    if (first?.kind !== 'exhibit-page' || !before) read.push(sheet)
    else read[read.length - 1] = { ...before, blocks: withLine(before.blocks, first.alt) }
  }
  return read
}

function withLine(blocks: readonly Block[], text: string): Block[] {
  const last = blocks.at(-1)
  if (last?.kind === 'points') return [...blocks.slice(0, -1), { ...last, items: [...last.items, { text }] }]
  return [...blocks, { kind: 'points', items: [{ text }] }]
}
