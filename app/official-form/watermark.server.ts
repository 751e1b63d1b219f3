import { PDFName, type PDFDocument } from '@cantoo/pdf-lib'
import { appendToPage } from './flatten.server.ts'
import { pdfNumber, type FontBook } from './text/font-book.server.ts'

/** Size and place of the small line at the top in points; the part of a page's diagonal that the large one takes, and its opacity. */
const MARK = { small: 9, top: 16, share: 0.8, opacity: 0.13 } as const

/** Writes words at the top of and across every page, so that no training page can be mistaken for a claim. */
export function stampEveryPage(document: PDFDocument, fonts: FontBook, words: string): void {
  const line = fonts.shape(words, 'ltr')
  for (const page of document.getPages()) {
    const { width, height } = page.getSize()
    for (const [name, ref] of Object.entries(fonts.resources([line]))) page.node.setFontDictionary(PDFName.of(name), ref)
    page.node.setExtGState(PDFName.of('PracticeMark'), document.context.obj({ Type: 'ExtGState', ca: MARK.opacity }))
    const length = Math.hypot(width, height)
    const size = (length * MARK.share) / line.width
    const [cos, sin] = [width / length, height / length]
    const across = [cos, sin, -sin, cos, width / 2, height / 2].map(pdfNumber).join(' ')
    appendToPage(
      document,
      page,
      `BT 0 g ${fonts.draw(line, MARK.small, (width - line.width * MARK.small) / 2, height - MARK.top)} ET\n` +
        `q /PracticeMark gs ${across} cm BT 0 g ${fonts.draw(line, size, (-line.width * size) / 2, -size / 3)} ET Q`,
    )
  }
}
