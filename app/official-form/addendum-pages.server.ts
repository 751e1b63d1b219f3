import { PDFName, type PDFDocument } from '@cantoo/pdf-lib'
import { appendToPage } from './flatten.server.ts'
import { breakLines, remembered } from './text/break-lines.ts'
import type { FontBook } from './text/font-book.server.ts'
import { directionOf, type ShapedLine } from './text/line-shaper.server.ts'

/** One text that did not fit into its box. */
export interface Note {
  /** The name of the box and its page. */
  readonly heading: string
  readonly text: string
}

/** US Letter, with margins wide enough for a binding and for a finger, in points. */
const PAGE = { width: 612, height: 792, margin: 60 } as const
const SIZES = { title: 14, heading: 10.5, text: 10 } as const
const LINE_HEIGHT = 1.45

interface PlacedLine {
  readonly line: ShapedLine
  readonly size: number
  readonly x: number
  /** Free space above the line, in points. */
  readonly above: number
}

/** Adds pages at the end with the whole text of every note. */
export function addAddendum(document: PDFDocument, fonts: FontBook, title: string, intro: readonly string[], notes: readonly Note[]): void {
  const lines = [
    ...place(fonts, title, SIZES.title, 0),
    ...intro.flatMap(text => place(fonts, text, SIZES.text, 4)),
    ...notes.flatMap(({ heading, text }) => [...place(fonts, heading, SIZES.heading, 14), ...place(fonts, text, SIZES.text, 3)]),
  ]
  let page: { line: PlacedLine; y: number }[] = []
  let y = PAGE.height - PAGE.margin
  for (const line of lines) {
    const step = line.size * LINE_HEIGHT
    if (y - line.above - step < PAGE.margin) {
      addPage(document, fonts, page)
      page = []
      y = PAGE.height - PAGE.margin
    }
    y -= line.above + step
    page.push({ line, y })
  }
  addPage(document, fonts, page)
}

function place(fonts: FontBook, text: string, size: number, above: number): PlacedLine[] {
  const across = PAGE.width - 2 * PAGE.margin
  return text.split('\n').flatMap((paragraph, index) => {
    const direction = directionOf(paragraph)
    const lines = breakLines(
      paragraph,
      across / size,
      remembered(piece => fonts.shape(piece, direction).width),
    ).map(line => fonts.shape(line, direction))
    return lines.map((line, row) => ({
      line,
      size,
      x: direction === 'rtl' ? PAGE.width - PAGE.margin - line.width * size : PAGE.margin,
      above: index === 0 && row === 0 ? above : 0,
    }))
  })
}

function addPage(document: PDFDocument, fonts: FontBook, lines: readonly { readonly line: PlacedLine; readonly y: number }[]): void {
  const page = document.addPage([PAGE.width, PAGE.height])
  const operators = lines.map(({ line, y }) => fonts.draw(line.line, line.size, line.x, y))
  const resources = fonts.resources(lines.map(({ line }) => line.line))
  for (const [name, ref] of Object.entries(resources)) page.node.setFontDictionary(PDFName.of(name), ref)
  appendToPage(document, page, `BT 0 g ${operators.join('\n')} ET`)
}
