import PDFDocument from 'pdfkit'
import { getLanguage } from '#app/i18n/languages.ts'
import { FAMILIES, getFace, type Family, type Weight } from '#app/packet/pdf/fonts.server.ts'
import type { PacketView } from '#app/packet/sheet.ts'
import { linesOf } from './block-lines.ts'
import { sheetsOf } from './packet-views.ts'

/** Letters that Noto Sans does not have. */
const FOREIGN = /[\u0530-\u05ff\u0600-\u08ff\u0900-\u1cff\u2e80-\ud7ff\uf900-\ufdff\ufe70-\uffef]/

/** pdfkit takes fonts that have been read, which its types do not know; the packet has that advantage too. */
const font = (family: Family, weight: Weight) => getFace(family, weight).embeddable as unknown as string

/**
 * The peer: the same strings in the same fonts, drawn by pdfkit one below the other, without any layout, tags or directions of ours. It
 * takes one font for each string: the font of the language as soon as a letter needs it.
 * @returns length of the file in bytes
 */
export function drawRaw(view: PacketView): Promise<number> {
  const own = FAMILIES.find(family => family === getLanguage(view.language).fonts.at(-1)) ?? 'Noto Sans'
  const familyOf = (text: string): Family => (FOREIGN.test(text) ? own : 'Noto Sans')
  const file = new PDFDocument({ size: 'LETTER', margin: 56, autoFirstPage: false })
  let bytes = 0
  const done = new Promise<number>((settle, fail) => {
    file.on('data', (chunk: Uint8Array) => (bytes += chunk.length))
    file.on('end', () => settle(bytes))
    file.on('error', fail)
  })
  for (const sheet of sheetsOf(view)) {
    file.addPage()
    file.font(font(familyOf(sheet.title), 'strong'), 20).text(sheet.title)
    file.fontSize(10.5)
    for (const line of sheet.blocks.flatMap(linesOf)) file.font(font(familyOf(line), 'regular')).text(line)
  }
  file.end()
  return done
}
