import type { Block } from '#app/packet/sheet.ts'
import { leftOf, setText, tag, type Desk } from '../desk.ts'
import { passageStrips, saidBlocks, said, wholeStrip, type Passage } from '../passages.ts'
import { leading, space, spaced, together, upon, type Flow, type Strip } from '../strip.ts'
import { BODY, COLORS, TEXT } from '../styles.ts'
import { emptyLines } from './hand-lines.ts'

type Of<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>

const WHOLE = { start: 0, width: BODY.width } as const

export function heading(desk: Desk, block: Of<'heading'>): Flow {
  const strip = wholeStrip(desk, saidBlocks(desk, block, TEXT.heading, BODY.width, desk.sheet, 'H2'), WHOLE)
  return { strips: leading([{ ...strip, gap: 11 }]), after: 4 }
}

export function paragraph(desk: Desk, block: Of<'paragraph'>): Flow {
  const passages = saidBlocks(desk, block, block.small ? TEXT.small : TEXT.body, BODY.width)
  return {
    strips: spaced(passageStrips(desk, passages, WHOLE, block.paths), block.small ? 6 : 0),
    after: block.small ? 6 : block.translation ? 6 : 9,
  }
}

export function address(desk: Desk, block: Of<'address'>): Flow {
  const box = tag('Div', desk.sheet)
  const lines = block.lines.map((line): Passage => ({ set: setText(desk, line, TEXT.body, BODY.width), tag: tag('P', box), before: 0 }))
  const strips = lines.length > 0 ? [wholeStrip(desk, lines, WHOLE, block.paths)] : []
  return { strips: together([...strips, ...(block.blank ? emptyLines(desk, 3, BODY.width / 2) : [])]), after: 11 }
}

/** One amount or day that the sheet is about, set large. */
export function figure(desk: Desk, block: Of<'figure'>): Flow {
  const column = { start: 17, width: BODY.width - 17 }
  const box = tag('Div', desk.sheet)
  const passages = [
    ...saidBlocks(desk, said(block.label), TEXT.body, column.width, box),
    ...saidBlocks(desk, said(block.text), TEXT.figure, column.width, box),
    ...(block.note ? saidBlocks(desk, said(block.note), TEXT.figureNote, column.width, box) : []),
  ]
  return { strips: spaced(upon([wholeStrip(desk, passages, column)], bar(desk, 3, COLORS.accent)), 2), after: 12 }
}

export function notice(desk: Desk, block: Of<'notice'>): Flow {
  const column = { start: 12, width: BODY.width - 24 }
  const box = tag('Div', desk.sheet)
  const passages = [
    ...(block.title === undefined ? [] : saidBlocks(desk, said(block.title, block.titleTranslation), TEXT.strong, column.width, box)),
    ...saidBlocks(desk, block, TEXT.body, column.width, box),
  ]
  const strips = together([space(9), ...passageStrips(desk, passages, column), space(9)])
  return {
    strips: upon(strips, (pen, top, height) => pen.fill(leftOf(desk, 0, BODY.width), top, BODY.width, height, COLORS.wash)),
    after: 12,
  }
}

/** A person's own words, in the language that they were told in. */
export function story(desk: Desk, block: Of<'story'>): Flow {
  const telling: Desk = { ...desk, language: block.language }
  const column = { start: 16, width: BODY.width - 16 }
  const box = tag('BlockQuote', desk.sheet, block.language === desk.language ? {} : { language: block.language })
  const strips = block.text
    .split('\n')
    .filter(line => line.trim())
    .flatMap(line => {
      const passage = { set: setText(telling, line, TEXT.body, column.width), tag: tag('P', box), before: 0 }
      return [...leading(passageStrips(desk, [passage], column, block.paths)), space(6, false)]
    })
  return { strips: upon(strips, bar(desk, 2, COLORS.line)), after: 6 }
}

const bar = (desk: Desk, width: number, color: string) => (pen: Parameters<Strip['paint']>[0], top: number, height: number) =>
  pen.fill(leftOf(desk, 0, width), top, width, height, color)
