import PDFDocument from 'pdfkit'
import { getFont, loadFonts, WEIGHTS } from '#app/packet/pdf/fonts.server.ts'
import type { Block, PacketView } from '#app/packet/sheet.ts'

// pdfkit takes fonts that have been read, which its types do not know; the packet has that advantage too.
const font = (weight: number) => getFont(weight) as unknown as string

/** All words of a block, line by line. */
function linesOf(block: Block): string[] {
  switch (block.kind) {
    case 'rows':
      return block.rows.map(row => `${row.label}  ${row.value}`)
    case 'table':
      return [block.columns, ...block.rows].map(cells => cells.map(cell => cell.text).join('  '))
    case 'points':
      return block.items.flatMap(item => [item.text, ...(item.notes ?? [])])
    case 'checks':
      return block.items.map(item => item.text)
    case 'address':
      return [...block.lines]
    case 'figure':
      return [block.label, block.text, block.note ?? '']
    case 'notice':
      return [block.title ?? '', block.text]
    case 'writing-space':
      return [block.label]
    case 'signature':
      return [...block.sentences, block.note ?? '', ...block.lines.flat().map(line => line.label)]
    default:
      return [block.text]
  }
}

/** The peer: the same strings in the same fonts, drawn by pdfkit one below the other, without any layout of ours. */
export async function drawRaw(view: PacketView): Promise<number> {
  await loadFonts()
  const file = new PDFDocument({ size: 'LETTER', margin: 56, autoFirstPage: false })
  let bytes = 0
  const done = new Promise<number>((settle, fail) => {
    file.on('data', (chunk: Uint8Array) => (bytes += chunk.length))
    file.on('end', () => settle(bytes))
    file.on('error', fail)
  })
  for (const sheet of [...view.mail, view.divider, ...view.keep]) {
    file.addPage()
    file.font(font(WEIGHTS.strong), 20).text(sheet.title)
    file.font(font(WEIGHTS.regular), 10.5)
    for (const line of sheet.blocks.flatMap(linesOf)) if (line) file.text(line)
  }
  file.end()
  return done
}
