import { breakPoints } from '#app/packet/pdf/break-points.ts'

/** Measures a piece of text, in parts of the font size. */
export type Measure = (text: string) => number

const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** What the eye sees as one character each. */
export const graphemes = (text: string): string[] => Array.from(characters.segment(text), part => part.segment)

/** Pieces between which a line may end, where it may on the packet's sheets: a word with the spaces that follow it. */
export function breakPieces(text: string): string[] {
  return text.split(/(?<=\n)/).flatMap(paragraph => {
    const points = breakPoints(paragraph)
    return points.map((end, index) => paragraph.slice(points[index - 1] ?? 0, end))
  })
}

/**
 * Lines of a text that are no wider than `width`; each line feed begins a new one. A word that is too long is cut.
 * @param width in parts of the font size
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
    // The width of a line is taken as that of its pieces: letters do not join across the spaces between them.
    const own = measure(piece.trimEnd())
    if (taken + own > width && line !== '') end()
    // Whatever of a long word fills whole lines goes there; the rest stays open for what follows.
    for (const part of own <= width ? [piece] : graphemes(piece)) {
      if (line !== '' && taken + measure(part.trimEnd()) > width) end()
      line += part
      taken += measure(part)
    }
  }
  return [...lines, line.trimEnd()]
}

/** The same measure, which asks only once for each piece. */
export function remembered(measure: Measure): Measure {
  const known = new Map<string, number>()
  return text => {
    const width = known.get(text) ?? measure(text)
    known.set(text, width)
    return width
  }
}
