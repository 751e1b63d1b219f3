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

/** Where the watermark stands: its first line from the top, its angle in degrees, and its longest line, in points. */
const MARK = { top: 24, angle: -52, size: 44, length: 720, opacity: 0.13 } as const

/**
 * A PDF whose footers are drawn when all pages stand, because only then their number is known. (Numbers made by the
 * renderer while it lays out would make it lay out everything twice.)
 */
export class StampedDocument extends PDFDocument {
  #footers: readonly (string | null)[] = []
  #watermark: readonly string[] = []

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

  /** Lines that stand above and across every page, the dividing sheet too. */
  setWatermark(lines: readonly string[]): void {
    this.#watermark = lines
  }

  override end(): void {
    this.#footers.forEach((footer, index) => {
      if (this.#watermark.length > 0) this.#mark(index)
      if (footer !== null) this.#stamp(index, footer)
    })
    super.end()
  }

  #mark(page: number): void {
    this.switchToPage(page)
    const width = PAGE.width - 2 * PAGE.side
    // Once small and plain, for readers and printers that lose what is faint, and once across.
    this.#write(WEIGHTS.strong, 9, COLORS.ink).text(this.#watermark.join(' · '), PAGE.side, MARK.top, { width, align: 'center', lineBreak: false })
    this.save().rotate(MARK.angle, { origin: [PAGE.width / 2, PAGE.height / 2] })
    this.#write(WEIGHTS.strong, MARK.size, COLORS.accent).fillOpacity(MARK.opacity)
    this.#watermark.forEach((line, index) => {
      const size = Math.min(MARK.size, (MARK.size * MARK.length) / this.widthOfString(line))
      const y = PAGE.height / 2 + (index - this.#watermark.length / 2) * MARK.size * 1.5
      this.fontSize(size).text(line, (PAGE.width - this.widthOfString(line)) / 2, y, { lineBreak: false })
      this.fontSize(MARK.size)
    })
    this.restore()
  }

  /** The renderer hands its own font objects to pdfkit, which the types of pdfkit do not know. */
  #write(weight: number, size: number, color: string): this {
    return this.font(getFont(weight) as unknown as string, size).fillOpacity(1).fillColor(color)
  }

  #stamp(page: number, footer: string): void {
    this.switchToPage(page)
    this.#write(WEIGHTS.regular, 8.5, COLORS.soft)
    const y = PAGE.height - PAGE.footer
    this.moveTo(PAGE.side, y - 8).lineTo(PAGE.width - PAGE.side, y - 8).lineWidth(0.6).strokeColor(COLORS.line).stroke()
    this.text(footer, PAGE.side, y, { lineBreak: false })
  }
}
