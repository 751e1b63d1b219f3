import { breakPoints } from '#app/packet/pdf/break-points.ts'

/** Measures the width of a piece of text, as a multiple of the font size. */
export type Measure = (text: string) => number

const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** The parts of a text that people see as one character each. */
export const graphemes = (text: string): string[] => Array.from(characters.segment(text), part => part.segment)

/** The pieces of a text between which a line may end: words with the spaces after them. The packet's sheets use the same rules. */
export function breakPieces(text: string): string[] {
  return text.split(/(?<=\n)/).flatMap(paragraph => {
    const points = breakPoints(paragraph)
    return points.map((end, index) => paragraph.slice(points[index - 1] ?? 0, end))
  })
}

/**
 * Breaks a text into lines no wider than `width`. Each line feed begins a new line. A word that is too long is cut.
 * @param width the width as a multiple of the font size
 */
export function breakLines(text: string, width: number, measure: Measure): string[] {
  return text.split('\n').flatMap(paragraph => breakParagraph(paragraph, width, measure))
}

function breakParagraph(paragraph: string, width: number, measure: Measure): string[] {
  const lines: string[] = []
  let [line, taken] = ['', 0]
  const end = () => {
    lines.push(line.trimEnd())
    ;[line, taken] = ['', 0]
  }
  for (const piece of breakPieces(paragraph)) {
    // A line is as wide as its pieces together, because letters do not join across the spaces between them.
    const own = measure(piece.trimEnd())
    if (taken + own > width && line !== '') end()
    // A long word fills whole lines first; the line with its rest stays open for the next piece.
    for (const part of own <= width ? [piece] : graphemes(piece)) {
      if (line !== '' && taken + measure(part.trimEnd()) > width) end()
      line += part
      taken += measure(part)
    }
  }
  return [...lines, line.trimEnd()]
}

/** The same measure, which remembers the width of each piece. */
export function remembered(measure: Measure): Measure {
  const known = new Map<string, number>()
  return text => {
    const width = known.get(text) ?? measure(text)
    known.set(text, width)
    return width
  }
}
