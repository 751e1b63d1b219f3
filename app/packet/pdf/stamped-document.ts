import PDFDocument from 'pdfkit'
import { getFont, WEIGHTS } from './fonts.server.ts'
import { COLORS, PAGE } from './styles.ts'

/** What the file says about itself: nothing that gives away what it is. */
export interface FileFacts {
  readonly title: string
  readonly language: string
  /** A day, `YYYY-MM-DD`, in place of the clock, so that the same claim gives the same bytes. */
  readonly day: string
}

/**
 * A PDF whose footers are drawn when all pages stand, because only then their number is known. (Numbers made by the
 * renderer while it lays out would make it lay out everything twice.)
 */
export class StampedDocument extends PDFDocument {
  #footers: readonly (string | null)[] = []

  constructor({ title, language, day }: FileFacts) {
    const date = new Date(`${day}T12:00:00Z`)
    super({
      autoFirstPage: false,
      bufferPages: true,
      compress: true,
      displayTitle: true,
      lang: language,
      pdfVersion: '1.7',
      info: { Title: title, Author: '', Creator: '', Producer: '', CreationDate: date, ModDate: date },
    })
  }

  /** Footer of each page in order; `null` leaves a page without one. */
  setFooters(footers: readonly (string | null)[]): void {
    this.#footers = footers
  }

  override end(): void {
    this.#footers.forEach((footer, index) => {
      if (footer !== null) this.#stamp(index, footer)
    })
    super.end()
  }

  #stamp(page: number, footer: string): void {
    this.switchToPage(page)
    // The renderer hands its own font objects to pdfkit, which the types of pdfkit do not know.
    this.font(getFont(WEIGHTS.regular) as unknown as string, 8.5)
    this.fillOpacity(1).fillColor(COLORS.soft)
    const y = PAGE.height - PAGE.footer
    this.moveTo(PAGE.side, y - 8).lineTo(PAGE.width - PAGE.side, y - 8).lineWidth(0.6).strokeColor(COLORS.line).stroke()
    this.text(footer, PAGE.side, y, { lineBreak: false })
  }
}
