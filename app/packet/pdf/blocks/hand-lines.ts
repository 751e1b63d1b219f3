import type { Block } from '#app/packet/sheet.ts'
import { leftOf, tag, type Desk } from '../desk.ts'
import { drawPassages, heightOf, said, saidBlocks, wholeStrip, type Column, type Passage } from '../passages.ts'
import { leading, spaced, together, type Flow, type Strip } from '../strip.ts'
import { BODY, COLORS, TEXT } from '../styles.ts'

type Of<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>

const LINE_HEIGHT = 25
/** Space in which a hand writes above the line it signs on, and space between two such lines side by side. */
const SIGNING = { above: 32, between: 22, label: 3 } as const

/** Empty lines to write on, one strip each. */
export function emptyLines(desk: Desk, count: number, width: number = BODY.width): Strip[] {
  return Array.from({ length: count }, () => ({
    height: LINE_HEIGHT,
    gap: 0,
    keep: false,
    paint: (pen, top) => pen.rule(leftOf(desk, 0, width), top + LINE_HEIGHT, width, 0.6, COLORS.rule),
  }))
}

export function writingSpace(desk: Desk, block: Of<'writing-space'>): Flow {
  const label = wholeStrip(desk, saidBlocks(desk, said(block.label, block.labelTranslation), TEXT.note, BODY.width), {
    start: 0,
    width: BODY.width,
  })
  return { strips: [...leading([label]), ...emptyLines(desk, block.lines)], after: 8 }
}

/** What is signed and the lines for it never part: nobody shall sign a page that does not show the sentence. */
export function signature(desk: Desk, block: Of<'signature'>): Flow {
  const column = { start: 0, width: BODY.width }
  const box = tag('Div', desk.sheet)
  const sentences = block.sentences.map(sentence => wholeStrip(desk, saidBlocks(desk, sentence, TEXT.body, column.width, box), column))
  const note =
    block.note === undefined
      ? []
      : [wholeStrip(desk, saidBlocks(desk, said(block.note, block.noteTranslation), TEXT.note, column.width, box), column)]
  const told = [...sentences, ...note].map((strip, index) => (index === 0 ? strip : { ...strip, gap: 5 }))
  return {
    strips: together([
      ...emptyLines(desk, block.roomBefore ?? 0),
      ...spaced([...told, ...block.lines.map(line => signingLines(desk, line, box))], 16),
    ]),
    after: 8,
  }
}

/** Lines side by side, each with its label beneath. */
function signingLines(desk: Desk, line: Of<'signature'>['lines'][number], box: ReturnType<typeof tag>): Strip {
  const weights = line.reduce((sum, { weight }) => sum + weight, 0)
  const room = BODY.width - SIGNING.between * (line.length - 1)
  let start = 0
  const places = line.map(({ label, labelTranslation, weight }): { column: Column; passages: Passage[] } => {
    const column = { start, width: (room * weight) / weights }
    start += column.width + SIGNING.between
    return { column, passages: saidBlocks(desk, said(label, labelTranslation), TEXT.note, column.width, box) }
  })
  return {
    height: SIGNING.above + SIGNING.label + Math.max(...places.map(({ passages }) => heightOf(passages))),
    gap: 0,
    keep: false,
    paint: (pen, top) => {
      for (const { column, passages } of places) {
        pen.rule(leftOf(desk, column.start, column.width), top + SIGNING.above, column.width, 0.8, COLORS.rule)
        drawPassages(pen, desk, passages, column, top + SIGNING.above + SIGNING.label)
      }
    },
  }
}
