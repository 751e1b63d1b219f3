import type { Block, Sheet } from '../sheet.ts'
import { exhibitPage } from './blocks/exhibit-page.ts'
import { signature, writingSpace } from './blocks/hand-lines.ts'
import { checks, contents, points } from './blocks/lists.ts'
import { rows, table } from './blocks/tables.ts'
import { address, figure, heading, notice, paragraph, story } from './blocks/text-blocks.ts'
import { leftOf, setText, tag, type Layout } from './layout.ts'
import type { FindExhibit } from './exhibits/drawings.ts'
import { saidBlocks, said, wholeStrip } from './text-runs.ts'
import { leading, space, upon, type Flow, type Strip } from './strip.ts'
import { BODY, COLORS, PAGE, TEXT } from './styles.ts'

const LISTS: ReadonlySet<Block['kind'] | undefined> = new Set(['points', 'rows', 'table', 'checks'])

/** A paragraph lower than this, in points, is not enough to stand alone below a heading at the end of a page. */
const SHORT = 45

const heightOf = ({ strips }: Flow) => strips.reduce((sum, strip) => sum + strip.height, 0)

/**
 * The strips of a sheet from its title to its end.
 * @param flowing the sheet begins on the page of the sheet before it, below a line
 */
export function sheetStrips(layout: Layout, sheet: Sheet, flowing: boolean, findExhibit: FindExhibit): Strip[] {
  const strips: Strip[] = []
  let after = 0
  const add = ({ strips: more, after: below }: Flow) => {
    more.forEach((strip, index) => strips.push(index === 0 ? { ...strip, gap: strip.gap + after } : strip))
    after = below
  }
  const [only] = sheet.blocks
  if (only?.kind !== 'exhibit-page') add(title(layout, sheet, flowing))
  sheet.blocks.forEach((block, index) => {
    const follows = sheet.blocks[index + 1]
    const next = follows?.kind
    const flow = flowOf(layout, block, findExhibit)
    // These blocks stay with the block after them: a sentence before a list; a short paragraph below a heading; the block before a
    // signature, so that no page holds a signature alone; and the block before a small remark at the end.
    const opens = index === 0 || sheet.blocks[index - 1]?.kind === 'heading'
    const leads =
      (block.kind === 'paragraph' && (LISTS.has(next) || (opens && next !== undefined && heightOf(flow) < SHORT))) ||
      (next === 'signature' && block.kind !== 'signature') ||
      (follows?.kind === 'paragraph' && follows.small === true && index === sheet.blocks.length - 2)
    add(leads ? { ...flow, strips: leading(flow.strips) } : flow)
  })
  return strips
}

function title(layout: Layout, sheet: Sheet, flowing: boolean): Flow {
  const column = { start: 0, width: BODY.width }
  const eyebrow = wholeStrip(
    layout,
    [{ set: setText(layout, sheet.eyebrow, TEXT.eyebrow, BODY.width), tag: tag('P', layout.sheet), before: 0 }],
    column,
  )
  const words = wholeStrip(
    layout,
    saidBlocks(layout, said(sheet.title, sheet.titleTranslation), TEXT.title, BODY.width, layout.sheet, 'H1'),
    column,
  )
  const rule = { ...space(12), gap: 18 }
  const over = flowing
    ? upon([rule], (pen, top) => top > PAGE.top && pen.rule(leftOf(layout, 0, BODY.width), top, BODY.width, 1.2, COLORS.accent))
    : []
  return {
    strips: leading([...over.map(strip => ({ ...strip, keep: true })), { ...eyebrow, keep: true }, { ...words, gap: 3 }]),
    after: sheet.titleTranslation ? 10 : 14,
  }
}

function flowOf(layout: Layout, block: Block, findExhibit: FindExhibit): Flow {
  switch (block.kind) {
    case 'heading':
      return heading(layout, block)
    case 'paragraph':
      return paragraph(layout, block)
    case 'contents':
      return contents(layout, block)
    case 'address':
      return address(layout, block)
    case 'figure':
      return figure(layout, block)
    case 'points':
      return points(layout, block)
    case 'checks':
      return checks(layout, block)
    case 'rows':
      return rows(layout, block)
    case 'table':
      return table(layout, block)
    case 'notice':
      return notice(layout, block)
    case 'story':
      return story(layout, block)
    case 'writing-space':
      return writingSpace(layout, block)
    case 'signature':
      return signature(layout, block)
    case 'exhibit-page':
      return exhibitPage(layout, block, findExhibit(block.file, block.page))
  }
}
