import type { Block, Cell, Column as SheetColumn, Row } from '#app/packet/sheet.ts'
import { leftOf, setText, tag, type Layout } from '../layout.ts'
import { drawTextRuns, heightOf, textRunStrips, said, saidInside, type Column, type TextRun } from '../text-runs.ts'
import { leading, space, type Flow, type Strip } from '../strip.ts'
import type { Tag } from '../structure.ts'
import { BODY, COLORS, TEXT } from '../styles.ts'

type Of<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>

/** Height of a line to write on, in points. */
const HAND_HEIGHT = 17
/** A cell taller than this, in points, moves below its row, where it is as wide as the page and may break. */
const TALLEST_CELL = 170
const LABEL_SHARE = 0.36
const BETWEEN = { label: 12, cells: 8 } as const

/** One cell of a row, with its place. */
interface Place {
  readonly column: Column
  readonly textRuns: readonly TextRun[]
  /** The cell shows a line to write on instead of words. */
  readonly blank: boolean
  readonly tag: Tag
}

const hairline = (layout: Layout, top: number, height: number, pen: Parameters<Strip['paint']>[0]) =>
  pen.rule(leftOf(layout, 0, BODY.width), top + height - 0.3, BODY.width, 0.6, COLORS.line)

function rowStrip(layout: Layout, places: readonly Place[], padding: number, paths: readonly string[]): Strip {
  const height = Math.max(...places.map(({ textRuns, blank }) => (blank ? HAND_HEIGHT : heightOf(textRuns)))) + 2 * padding
  return {
    height,
    gap: 0,
    keep: false,
    paths,
    paint: (pen, top) => {
      for (const { column, textRuns, tag: cell } of places) {
        pen.touch(cell)
        drawTextRuns(pen, layout, textRuns, column, top + padding)
      }
      hairline(layout, top, height, pen)
      for (const { column } of places.filter(({ blank }) => blank))
        pen.rule(leftOf(layout, column.start, column.width), top + height - 0.4, column.width, 0.8, COLORS.rule)
    },
  }
}

/** Labelled answers. An answer to be written by hand is an empty line. */
export function rows(layout: Layout, block: Of<'rows'>): Flow {
  const table = tag('Table', layout.sheet)
  return { strips: block.rows.flatMap(row => labelledRow(layout, row, table)), after: 10 }
}

function labelledRow(layout: Layout, row: Row, table: Tag): Strip[] {
  const line = tag('TR', table)
  const head = tag('TH', line, { scope: 'Row' })
  const cell = tag('TD', line)
  const label = { start: 0, width: BODY.width * LABEL_SHARE - BETWEEN.label }
  const value = { start: BODY.width * LABEL_SHARE, width: BODY.width * (1 - LABEL_SHARE) }
  const words = row.blank
    ? []
    : saidInside(layout, said(row.value, row.valueTranslation), row.open ? TEXT.soft : TEXT.body, value.width, cell)
  if (heightOf(words) > TALLEST_CELL)
    return longAnswer(layout, said(row.label, row.labelTranslation), said(row.value, row.valueTranslation), head, cell, row.paths)
  const labels = saidInside(layout, said(row.label, row.labelTranslation), TEXT.soft, label.width, head)
  return [
    rowStrip(
      layout,
      [
        { column: label, textRuns: labels, blank: false, tag: head },
        { column: value, textRuns: words, blank: row.blank === true, tag: cell },
      ],
      3.1,
      row.paths,
    ),
  ]
}

/** A long answer below its label, over the whole width. */
function longAnswer(
  layout: Layout,
  label: { text: string; translation?: string },
  value: { text: string; translation?: string },
  head: Tag,
  cell: Tag,
  paths: readonly string[],
): Strip[] {
  const column = { start: 0, width: BODY.width }
  return [
    ...leading([space(3.1), ...textRunStrips(layout, saidInside(layout, label, TEXT.note, column.width, head), column)]),
    ...textRunStrips(layout, saidInside(layout, value, TEXT.body, column.width, cell), column, paths),
    { ...space(3.4, false), paint: (pen, top) => hairline(layout, top, 3.4, pen) },
  ]
}

/** A table. Its headings stay with the first row and are repeated on every further page. */
export function table(layout: Layout, block: Of<'table'>): Flow {
  const whole = tag('Table', layout.sheet)
  const places = columnsOf(block.columns)
  const head = headStrip(layout, block.columns, places, whole)
  const strips = block.rows.flatMap((cells, index) => tableRow(layout, block.columns, cells, places, whole, index === 0 ? undefined : head))
  return { strips: [{ ...head, keep: true }, ...strips], after: 10 }
}

function columnsOf(columns: readonly SheetColumn[]): Column[] {
  const weights = columns.reduce((sum, { weight }) => sum + weight, 0)
  let start = 0
  return columns.map(({ weight, align }, index) => {
    const share = (BODY.width * weight) / weights
    const column = { start, width: share - (index < columns.length - 1 ? BETWEEN.cells : 0), align }
    start += share
    return column
  })
}

function headStrip(layout: Layout, columns: readonly SheetColumn[], places: readonly Column[], whole: Tag): Strip {
  const line = tag('TR', whole)
  const cells = columns.map((column, index) => {
    const place = places[index] ?? { start: 0, width: BODY.width }
    const cell = tag('TH', line, { scope: 'Column' })
    return { place, cell, textRuns: saidInside(layout, column, TEXT.headCell, place.width, cell) }
  })
  const height = Math.max(...cells.map(({ textRuns }) => heightOf(textRuns))) + 4
  return {
    height,
    gap: 0,
    keep: false,
    paint: (pen, top) => {
      for (const { place, cell, textRuns } of cells) {
        pen.touch(cell)
        drawTextRuns(pen, layout, textRuns, place, top + height - 4 - heightOf(textRuns))
      }
      pen.rule(leftOf(layout, 0, BODY.width), top + height - 0.5, BODY.width, 1, COLORS.accent)
    },
  }
}

function tableRow(
  layout: Layout,
  columns: readonly SheetColumn[],
  cells: readonly Cell[],
  places: readonly Column[],
  whole: Tag,
  head: Strip | undefined,
): Strip[] {
  const line = tag('TR', whole)
  const paths = cells.flatMap(cell => cell.paths ?? [])
  const long: Strip[] = []
  const drawn = cells.map((cell, index): Place => {
    const column = places[index] ?? { start: 0, width: BODY.width }
    const element = tag('TD', line)
    const style = cell.open ? TEXT.openCell : TEXT.cell
    const textRuns = cell.blank ? [] : saidInside(layout, cell, style, column.width, element)
    if (heightOf(textRuns) <= TALLEST_CELL) return { column, textRuns, blank: cell.blank === true, tag: element }
    const wide = { start: 0, width: BODY.width }
    const label = { set: setText(layout, columns[index]?.text ?? '', TEXT.note, wide.width), tag: element, before: 3 }
    long.push(
      ...leading(textRunStrips(layout, [label], wide)),
      ...textRunStrips(layout, saidInside(layout, cell, style, wide.width, element), wide, cell.paths),
      { ...space(3.4, false), paint: (pen, top) => hairline(layout, top, 3.4, pen) },
    )
    return { column, textRuns: [{ set: setText(layout, '…', style, column.width), tag: element, before: 0 }], blank: false, tag: element }
  })
  const row = rowStrip(layout, drawn, 4, paths)
  return [...(long.length > 0 ? leading([row]) : [row]), ...long].map(strip => (head ? { ...strip, head } : strip))
}
