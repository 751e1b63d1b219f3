import layoutDocument, { type SafeDocumentNode } from '@react-pdf/layout'
import renderLayout from '@react-pdf/render'
import { Font, pdf } from '@react-pdf/renderer'
import type { PacketView, Part } from '../sheet.ts'
import { canDraw, loadFonts } from './fonts.server.ts'
import { PacketDocument, type MarkedPage, type PageOf } from './packet-document.tsx'
import { printable } from './printable.ts'
import { StampedDocument } from './stamped-document.ts'

export interface RenderedPacket {
  readonly pdf: Uint8Array
  /** Codes (`U+4E2D`) of characters that no font has; the pages show the code in their place. */
  readonly missingGlyphs: readonly string[]
  /** Number of pages of each part; 0 for a part that was not asked for. */
  readonly pages: Readonly<Record<PageOf, number>>
}

/** Draws a packet view. Blocks the thread from start to end: servers call it in a worker only. */
export async function renderView(view: PacketView, part: Part | 'both'): Promise<RenderedPacket> {
  await loadFonts()
  const missing = new Set<string>()
  const drawable = printable(view, canDraw, missing)
  const layout = await layOut(PacketDocument({ view: drawable, part }))
  const marks = layout.children.map(page => (page.props as unknown as MarkedPage).pageOf)
  const pages = { mail: 0, divider: 0, keep: 0 }
  for (const mark of marks) pages[mark] += 1

  const file = new StampedDocument({ title: drawable.title, language: part === 'mail' ? 'en' : drawable.language, day: drawable.today })
  file.setWatermark(drawable.watermark)
  file.setFooters(footersOf(marks, drawable.footers, pages))
  const bytes = collect(file)
  renderLayout(file as unknown as Parameters<typeof renderLayout>[0], layout)
  return { pdf: await bytes, missingGlyphs: [...missing].sort(), pages }
}

/** The renderer's own layout; its types know neither the tree that `pdf` holds nor the second argument. */
function layOut(document: ReturnType<typeof PacketDocument>): Promise<SafeDocumentNode> {
  const { container } = pdf(document) as unknown as { container: { document: unknown } }
  const untyped = layoutDocument as unknown as (root: unknown, fonts: typeof Font) => Promise<SafeDocumentNode>
  return untyped(container.document, Font)
}

/** Each part is numbered by itself; the dividing sheet has no number. */
function footersOf(marks: readonly PageOf[], footers: PacketView['footers'], totals: RenderedPacket['pages']): (string | null)[] {
  const count = { mail: 0, divider: 0, keep: 0 }
  return marks.map(mark => {
    count[mark] += 1
    if (mark === 'divider') return null
    return footers[mark].replace('{page}', String(count[mark])).replace('{pages}', String(totals[mark]))
  })
}

function collect(file: StampedDocument): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  return new Promise((resolve, reject) => {
    file.on('data', (chunk: Uint8Array) => chunks.push(chunk))
    file.on('end', () => resolve(Uint8Array.from(Buffer.concat(chunks))))
    file.on('error', reject)
  })
}
