import type { Pen } from './pen.ts'
import type { PdfFile } from './pdf-file.ts'
import type { LanguageCode } from '#app/i18n/languages.ts'
import type { Line, Typesetter } from './set-text.ts'
import type { Tag } from './structure.ts'
import { COLORS, PAGE, TEXT } from './styles.ts'

/** The watermark: `top` of the plain line and `length` of the longest line across, in points; `angle` in degrees. */
const MARK = { top: 24, angle: 52, length: 720, opacity: 0.13 } as const

/** The pen needs a tag for every text. It ignores this one, because an artifact is never tagged. */
const NONE: Tag = { type: 'Div', parent: null }

/** Draws the line at the foot of a page. */
export function drawFooter(pen: Pen, typesetter: Typesetter, footer: string, language: LanguageCode): void {
  const width = PAGE.width - 2 * PAGE.side
  const top = PAGE.height - PAGE.footer
  const set = typesetter.set(footer, language, TEXT.footer, width)
  pen.asArtifact('pagination', () => {
    pen.rule(PAGE.side, top - 8, width, 0.6, COLORS.line)
    pen.text(set, set.lines, NONE, { left: PAGE.side, top, width })
  })
}

/** Draws the watermark on each page twice: faint across the page, and small and plain for readers and printers that lose faint text. */
export class Watermark {
  readonly #plain: (pen: Pen) => void
  readonly #across: (pen: Pen) => void

  constructor(file: PdfFile, typesetter: Typesetter, lines: readonly string[], language: LanguageCode) {
    const width = PAGE.width - 2 * PAGE.side
    const plain = typesetter.set(lines.join(' · '), language, TEXT.mark, width)
    const large = lines.map(line => typesetter.set(line, language, TEXT.across, Infinity).lines[0]).filter(line => line !== undefined)
    const opacity = file.ref({ Type: 'ExtGState', ca: MARK.opacity, CA: MARK.opacity })
    opacity.end()
    this.#plain = pen =>
      pen.asArtifact('pagination', () => pen.text(plain, plain.lines, NONE, { left: PAGE.side, top: MARK.top, width }, 'center'))
    this.#across = pen => pen.faint(opacity, () => large.forEach((line, index) => drawAcross(pen, line, index - large.length / 2)))
  }

  draw(pen: Pen): void {
    this.#plain(pen)
    this.#across(pen)
  }
}

/** Draws one line across the page, `below` lines below the middle, and makes it smaller when it is longer than the page allows. */
function drawAcross(pen: Pen, line: Line, below: number): void {
  const { size, leading, color } = TEXT.across
  const share = Math.min(1, MARK.length / line.width)
  const turn = (MARK.angle * Math.PI) / 180
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)]
  const along = (-line.width * share) / 2
  const up = -(below + 0.75) * size * leading
  const x = PAGE.width / 2 + along * cos - up * sin
  const y = PAGE.height / 2 + along * sin + up * cos
  pen.glyphs(line, size * share, color, NONE, [cos, sin, -sin, cos, x, y])
}
