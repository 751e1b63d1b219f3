import type { Block } from '#app/packet/sheet.ts'
import { leftOf, setText, tag, type Layout } from '../layout.ts'
import { drawTextRuns, heightOf, saidBlocks, saidInside, type TextRun } from '../text-runs.ts'
import type { Flow, Strip } from '../strip.ts'
import { BODY, COLORS, TEXT } from '../styles.ts'

type Of<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>

const MARK_WIDTH = 18
const BOX = { size: 10, top: 3, between: 9 } as const
/** Room for a page number, and space around the dots that lead to it; in points. */
const NUMBER = { width: 34, around: 8 } as const

export function points(layout: Layout, block: Of<'points'>): Flow {
  const list = tag('L', layout.sheet, { numbering: block.ordered ? 'Decimal' : 'Disc' })
  const column = { start: MARK_WIDTH, width: BODY.width - MARK_WIDTH }
  const strips = block.items.map((item, index): Strip => {
    const entry = tag('LI', list)
    const label = tag('Lbl', entry)
    // When lines begin on the right, the full stop stands on the left of the number; this mark puts it there.
    const mark = setText(layout, block.ordered ? `${layout.mirrored ? '\u200f' : ''}${index + 1}.` : '•', TEXT.strong, MARK_WIDTH)
    const body = tag('LBody', entry)
    const textRuns: TextRun[] = [
      ...saidBlocks(layout, item, TEXT.body, column.width, body),
      ...(item.notes ?? []).map(note => ({ set: setText(layout, note, TEXT.note, column.width), tag: tag('P', body), before: 0 })),
    ]
    return {
      height: heightOf(textRuns),
      gap: index === 0 ? 0 : 5,
      keep: false,
      paint: (pen, top) => {
        const dropped = (textRuns[0]?.set.lines[0]?.baseline ?? 0) - (mark.lines[0]?.baseline ?? 0)
        pen.text(mark, mark.lines, label, { left: leftOf(layout, 0, MARK_WIDTH), top: top + dropped, width: MARK_WIDTH })
        drawTextRuns(pen, layout, textRuns, column, top)
      },
    }
  })
  return { strips, after: 10 }
}

/** A checklist with an empty box before each item. */
export function checks(layout: Layout, block: Of<'checks'>): Flow {
  const list = tag('L', layout.sheet)
  const start = BOX.size + BOX.between
  const column = { start, width: BODY.width - start }
  const strips = block.items.map((item, index): Strip => {
    const textRuns = saidInside(layout, item, TEXT.body, column.width, tag('LBody', tag('LI', list)))
    return {
      height: heightOf(textRuns),
      gap: index === 0 ? 0 : 3,
      keep: false,
      ...(item.paths && { paths: item.paths }),
      paint: (pen, top) => {
        const drop = (textRuns[0]?.set.lines[0]?.baseline ?? 0) - TEXT.body.size * 0.36 - BOX.size / 2
        pen.box(leftOf(layout, 0, BOX.size), top + drop, BOX.size, BOX.size, 0.9, COLORS.rule)
        drawTextRuns(pen, layout, textRuns, column, top)
      },
    }
  })
  return { strips, after: 8 }
}

/** The table of contents: each sheet with the page on which it begins, as a link to that page. */
export function contents(layout: Layout, block: Of<'contents'>): Flow {
  const list = tag('TOC', layout.sheet)
  const column = { start: 0, width: BODY.width - NUMBER.width }
  const strips = block.entries.map((entry, index): Strip => {
    const link = tag('Link', tag('Reference', tag('TOCI', list)))
    const textRuns = saidInside(layout, entry, TEXT.body, column.width, link)
    const height = heightOf(textRuns)
    return {
      height,
      gap: index === 0 ? 0 : 3,
      keep: false,
      paint: (pen, top, pages) => {
        drawTextRuns(pen, layout, textRuns, column, top)
        const start = pages.startOf(entry.sheet)
        if (!start) return
        const number = setText(layout, String(start.number), TEXT.body, NUMBER.width)
        const { lines } = textRuns[0]?.set ?? number
        const last = lines.at(-1)
        const lineTop =
          top + lines.slice(0, -1).reduce((sum, line) => sum + line.height, 0) + (last?.baseline ?? 0) - (number.lines[0]?.baseline ?? 0)
        const from = (last?.width ?? 0) + NUMBER.around
        const length = BODY.width - from - (number.lines[0]?.width ?? 0) - NUMBER.around
        if (length > 0) pen.dots(leftOf(layout, from, length), lineTop + (number.lines[0]?.baseline ?? 0), length, COLORS.rule)
        pen.text(number, number.lines, link, { left: leftOf(layout, column.width, NUMBER.width), top: lineTop, width: NUMBER.width }, 'end')
        pen.link(link, { left: leftOf(layout, 0, BODY.width), top, width: BODY.width }, height, start.page, entry.text)
      },
    }
  })
  return { strips, after: 10 }
}
