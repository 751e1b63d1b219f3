import type { Block } from '#app/packet/sheet.ts'
import { leftOf, setText, tag, type Layout } from '../layout.ts'
import { textRunStrips, saidBlocks, said, wholeStrip, type TextRun } from '../text-runs.ts'
import { leading, space, spaced, together, upon, type Flow, type Strip } from '../strip.ts'
import { BODY, COLORS, TEXT } from '../styles.ts'
import { emptyLines } from './hand-lines.ts'

type Of<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>

const WHOLE = { start: 0, width: BODY.width } as const

export function heading(layout: Layout, block: Of<'heading'>): Flow {
  const strip = wholeStrip(layout, saidBlocks(layout, block, TEXT.heading, BODY.width, layout.sheet, 'H2'), WHOLE)
  return { strips: leading([{ ...strip, gap: 11 }]), after: 4 }
}

export function paragraph(layout: Layout, block: Of<'paragraph'>): Flow {
  const textRuns = saidBlocks(layout, block, block.small ? TEXT.small : TEXT.body, BODY.width)
  return {
    strips: spaced(textRunStrips(layout, textRuns, WHOLE, block.paths), block.small ? 6 : 0),
    after: block.small ? 6 : block.translation ? 6 : 9,
  }
}

export function address(layout: Layout, block: Of<'address'>): Flow {
  const box = tag('Div', layout.sheet)
  const lines = block.lines.map((line): TextRun => ({ set: setText(layout, line, TEXT.body, BODY.width), tag: tag('P', box), before: 0 }))
  const strips = lines.length > 0 ? [wholeStrip(layout, lines, WHOLE, block.paths)] : []
  return { strips: together([...strips, ...(block.blank ? emptyLines(layout, 3, BODY.width / 2) : [])]), after: 11 }
}

/** The one amount or day that the sheet is about, set large. */
export function figure(layout: Layout, block: Of<'figure'>): Flow {
  const column = { start: 17, width: BODY.width - 17 }
  const box = tag('Div', layout.sheet)
  const textRuns = [
    ...saidBlocks(layout, said(block.label), TEXT.body, column.width, box),
    ...saidBlocks(layout, said(block.text), TEXT.figure, column.width, box),
    ...(block.note ? saidBlocks(layout, said(block.note), TEXT.figureNote, column.width, box) : []),
  ]
  return { strips: spaced(upon([wholeStrip(layout, textRuns, column)], bar(layout, 3, COLORS.accent)), 2), after: 12 }
}

export function notice(layout: Layout, block: Of<'notice'>): Flow {
  const column = { start: 12, width: BODY.width - 24 }
  const box = tag('Div', layout.sheet)
  const textRuns = [
    ...(block.title === undefined ? [] : saidBlocks(layout, said(block.title, block.titleTranslation), TEXT.strong, column.width, box)),
    ...saidBlocks(layout, block, TEXT.body, column.width, box),
  ]
  const strips = together([space(9), ...textRunStrips(layout, textRuns, column), space(9)])
  return {
    strips: upon(strips, (pen, top, height) => pen.fill(leftOf(layout, 0, BODY.width), top, BODY.width, height, COLORS.wash)),
    after: 12,
  }
}

/** A person's own words, in the language in which they wrote them. */
export function story(layout: Layout, block: Of<'story'>): Flow {
  const telling: Layout = { ...layout, language: block.language }
  const column = { start: 16, width: BODY.width - 16 }
  const box = tag('BlockQuote', layout.sheet, block.language === layout.language ? {} : { language: block.language })
  const strips = block.text
    .split('\n')
    .filter(line => line.trim())
    .flatMap(line => {
      const textRun = { set: setText(telling, line, TEXT.body, column.width), tag: tag('P', box), before: 0 }
      return [...leading(textRunStrips(layout, [textRun], column, block.paths)), space(6, false)]
    })
  return { strips: upon(strips, bar(layout, 2, COLORS.line)), after: 6 }
}

const bar = (layout: Layout, width: number, color: string) => (pen: Parameters<Strip['paint']>[0], top: number, height: number) =>
  pen.fill(leftOf(layout, 0, width), top, width, height, color)
