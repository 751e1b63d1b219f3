import type { Block, Sheet } from '../sheet.ts'
import { exhibitPage } from './blocks/exhibit-page.ts'
import { signature, writingSpace } from './blocks/hand-lines.ts'
import { checks, contents, points } from './blocks/lists.ts'
import { rows, table } from './blocks/tables.ts'
import { address, figure, heading, notice, paragraph, story } from './blocks/text-blocks.ts'
import { leftOf, setText, tag, type Desk } from './desk.ts'
import type { FindExhibit } from './exhibits/drawings.ts'
import { saidBlocks, said, wholeStrip } from './passages.ts'
import { leading, space, upon, type Flow, type Strip } from './strip.ts'
import { BODY, COLORS, PAGE, TEXT } from './styles.ts'

const LISTS: ReadonlySet<Block['kind'] | undefined> = new Set(['points', 'rows', 'table', 'checks'])

/** A paragraph lower than this is no company for a heading; in points. */
const SHORT = 45

const heightOf = ({ strips }: Flow) => strips.reduce((sum, strip) => sum + strip.height, 0)

/**
 * A sheet as strips from its title to its end.
 * @param flowing it begins on the page of the sheet before it, below a line
 */
export function sheetStrips(desk: Desk, sheet: Sheet, flowing: boolean, findExhibit: FindExhibit): Strip[] {
  const strips: Strip[] = []
  let after = 0
  const add = ({ strips: more, after: below }: Flow) => {
    more.forEach((strip, index) => strips.push(index === 0 ? { ...strip, gap: strip.gap + after } : strip))
    after = below
  }
  const [only] = sheet.blocks
  if (only?.kind !== 'exhibit-page') add(title(desk, sheet, flowing))
  sheet.blocks.forEach((block, index) => {
    const follows = sheet.blocks[index + 1]
    const next = follows?.kind
    const flow = flowOf(desk, block, findExhibit)
    // A sentence that leads to a list goes with its beginning, and a short one below a heading with what follows; what comes before a
    // signature goes with it, so that no page holds a signature alone; and what comes before a small remark at the end goes with that.
    const opens = index === 0 || sheet.blocks[index - 1]?.kind === 'heading'
    const leads =
      (block.kind === 'paragraph' && (LISTS.has(next) || (opens && next !== undefined && heightOf(flow) < SHORT))) ||
      (next === 'signature' && block.kind !== 'signature') ||
      (follows?.kind === 'paragraph' && follows.small === true && index === sheet.blocks.length - 2)
    add(leads ? { ...flow, strips: leading(flow.strips) } : flow)
  })
  return strips
}

function title(desk: Desk, sheet: Sheet, flowing: boolean): Flow {
  const column = { start: 0, width: BODY.width }
  const eyebrow = wholeStrip(
    desk,
    [{ set: setText(desk, sheet.eyebrow, TEXT.eyebrow, BODY.width), tag: tag('P', desk.sheet), before: 0 }],
    column,
  )
  const words = wholeStrip(
    desk,
    saidBlocks(desk, said(sheet.title, sheet.titleTranslation), TEXT.title, BODY.width, desk.sheet, 'H1'),
    column,
  )
  const rule = { ...space(12), gap: 18 }
  const over = flowing
    ? upon([rule], (pen, top) => top > PAGE.top && pen.rule(leftOf(desk, 0, BODY.width), top, BODY.width, 1.2, COLORS.accent))
    : []
  return {
    strips: leading([...over.map(strip => ({ ...strip, keep: true })), { ...eyebrow, keep: true }, { ...words, gap: 3 }]),
    after: sheet.titleTranslation ? 10 : 14,
  }
}

function flowOf(desk: Desk, block: Block, findExhibit: FindExhibit): Flow {
  switch (block.kind) {
    case 'heading':
      return heading(desk, block)
    case 'paragraph':
      return paragraph(desk, block)
    case 'contents':
      return contents(desk, block)
    case 'address':
      return address(desk, block)
    case 'figure':
      return figure(desk, block)
    case 'points':
      return points(desk, block)
    case 'checks':
      return checks(desk, block)
    case 'rows':
      return rows(desk, block)
    case 'table':
      return table(desk, block)
    case 'notice':
      return notice(desk, block)
    case 'story':
      return story(desk, block)
    case 'writing-space':
      return writingSpace(desk, block)
    case 'signature':
      return signature(desk, block)
    case 'exhibit-page':
      return exhibitPage(desk, block, findExhibit(block.file, block.page))
  }
}
