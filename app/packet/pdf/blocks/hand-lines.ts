import type { Block } from '#app/packet/sheet.ts'
import { leftOf, tag, type Layout } from '../layout.ts'
import { drawTextRuns, heightOf, said, saidBlocks, wholeStrip, type Column, type TextRun } from '../text-runs.ts'
import { leading, spaced, together, type Flow, type Strip } from '../strip.ts'
import { BODY, COLORS, TEXT } from '../styles.ts'

type Of<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>

const LINE_HEIGHT = 25
/** Space above a line for the handwriting, between two lines side by side, and between a line and its label; in points. */
const SIGNING = { above: 32, between: 22, label: 3 } as const

/** Empty lines to write on, one strip each. */
export function emptyLines(layout: Layout, count: number, width: number = BODY.width): Strip[] {
  return Array.from({ length: count }, () => ({
    height: LINE_HEIGHT,
    gap: 0,
    keep: false,
    paint: (pen, top) => pen.rule(leftOf(layout, 0, width), top + LINE_HEIGHT, width, 0.6, COLORS.rule),
  }))
}

export function writingSpace(layout: Layout, block: Of<'writing-space'>): Flow {
  const label = wholeStrip(layout, saidBlocks(layout, said(block.label, block.labelTranslation), TEXT.note, BODY.width), {
    start: 0,
    width: BODY.width,
  })
  return { strips: [...leading([label]), ...emptyLines(layout, block.lines)], after: 8 }
}

/** A signature block. The sentences and the lines to sign stay on one page, so that people see what they sign. */
export function signature(layout: Layout, block: Of<'signature'>): Flow {
  const column = { start: 0, width: BODY.width }
  const box = tag('Div', layout.sheet)
  const sentences = block.sentences.map(sentence => wholeStrip(layout, saidBlocks(layout, sentence, TEXT.body, column.width, box), column))
  const note =
    block.note === undefined
      ? []
      : [wholeStrip(layout, saidBlocks(layout, said(block.note, block.noteTranslation), TEXT.note, column.width, box), column)]
  const told = [...sentences, ...note].map((strip, index) => (index === 0 ? strip : { ...strip, gap: 5 }))
  return {
    strips: together([
      ...emptyLines(layout, block.roomBefore ?? 0),
      ...spaced([...told, ...block.lines.map(line => signingLines(layout, line, box))], 16),
    ]),
    after: 8,
  }
}

/** Lines side by side, each with its label beneath. */
function signingLines(layout: Layout, line: Of<'signature'>['lines'][number], box: ReturnType<typeof tag>): Strip {
  const weights = line.reduce((sum, { weight }) => sum + weight, 0)
  const room = BODY.width - SIGNING.between * (line.length - 1)
  let start = 0
  const places = line.map(({ label, labelTranslation, weight }): { column: Column; textRuns: TextRun[] } => {
    const column = { start, width: (room * weight) / weights }
    start += column.width + SIGNING.between
    return { column, textRuns: saidBlocks(layout, said(label, labelTranslation), TEXT.note, column.width, box) }
  })
  return {
    height: SIGNING.above + SIGNING.label + Math.max(...places.map(({ textRuns }) => heightOf(textRuns))),
    gap: 0,
    keep: false,
    paint: (pen, top) => {
      for (const { column, textRuns } of places) {
        pen.rule(leftOf(layout, column.start, column.width), top + SIGNING.above, column.width, 0.8, COLORS.rule)
        drawTextRuns(pen, layout, textRuns, column, top + SIGNING.above + SIGNING.label)
      }
    },
  }
}
