import type { Said } from '../sheet.ts'
import { leftOf, setText, tag, type Layout } from './layout.ts'
import type { Pen } from './pen.ts'
import type { Line, SetText } from './set-text.ts'
import type { Strip } from './strip.ts'
import type { Tag } from './structure.ts'
import { TEXT, type TextStyle } from './styles.ts'

/** A set text with its element in the structure. */
export interface TextRun {
  readonly set: SetText
  readonly tag: Tag
  /** Space above the text, in points. */
  readonly before: number
}

/** A column: its distance from the side where lines begin, and its width; in points. */
export interface Column {
  readonly start: number
  readonly width: number
  readonly align?: 'start' | 'end' | undefined
}

/** A text up to this height, in points, is kept on one page although it could break. */
const LONGEST_WHOLE = 180

/** Words as an element of their own, with their translation as another element beneath. */
export function saidBlocks(
  layout: Layout,
  said: { readonly text: string; readonly translation?: string | undefined },
  style: TextStyle,
  width: number,
  parent = layout.sheet,
  type: 'P' | 'H1' | 'H2' = 'P',
): TextRun[] {
  const main = { set: setText(layout, said.text, style, width), tag: tag(type, parent), before: 0 }
  if (said.translation === undefined) return [main]
  return [
    main,
    {
      set: setText(layout, said.translation, TEXT.translation, width, layout.person),
      tag: tag('P', parent, { language: layout.person }),
      before: 0,
    },
  ]
}

/** Words inside an element, such as a cell, with their translation inside the same element. */
export function saidInside(
  layout: Layout,
  said: { readonly text: string; readonly translation?: string | undefined },
  style: TextStyle,
  width: number,
  inside: Tag,
): TextRun[] {
  const main = { set: setText(layout, said.text, style, width), tag: inside, before: 0 }
  if (said.translation === undefined) return [main]
  return [
    main,
    {
      set: setText(layout, said.translation, TEXT.translation, width, layout.person),
      tag: tag('Span', inside, { language: layout.person }),
      before: 0,
    },
  ]
}

export const said = (text: string, translation?: string): Said => (translation === undefined ? { text } : { text, translation })

export const heightOf = (textRuns: readonly TextRun[]): number => textRuns.reduce((sum, { set, before }) => sum + before + set.height, 0)

/** Draws text runs one below the other in a column. */
export function drawTextRuns(pen: Pen, layout: Layout, textRuns: readonly TextRun[], { start, width, align }: Column, top: number): void {
  let y = top
  for (const { set, tag: element, before } of textRuns) {
    y += before
    pen.text(set, set.lines, element, { left: leftOf(layout, start, width), top: y, width }, align)
    y += set.height
  }
}

/** One strip for text runs that must stay together. */
export function wholeStrip(layout: Layout, textRuns: readonly TextRun[], column: Column, paths?: readonly string[]): Strip {
  return {
    height: heightOf(textRuns),
    gap: 0,
    keep: false,
    ...(paths && { paths }),
    paint: (pen, top) => drawTextRuns(pen, layout, textRuns, column, top),
  }
}

/** Text runs as strips: short texts whole, long ones line by line, with at least two lines together at a page end. */
export function textRunStrips(layout: Layout, textRuns: readonly TextRun[], column: Column, paths?: readonly string[]): Strip[] {
  if (heightOf(textRuns) <= LONGEST_WHOLE) return [wholeStrip(layout, textRuns, column, paths)]
  return textRuns.flatMap((textRun, place) => {
    const { lines } = textRun.set
    const followed = place < textRuns.length - 1
    return lines.map((line, index): Strip => ({
      height: line.height,
      gap: index === 0 ? textRun.before : 0,
      keep: (index === 0 && lines.length > 1) || index === lines.length - 2 || (followed && index === lines.length - 1),
      ...(paths && { paths }),
      paint: (pen, top) => drawLine(pen, layout, textRun, line, column, top),
    }))
  })
}

function drawLine(
  pen: Pen,
  layout: Layout,
  { set, tag: element }: TextRun,
  line: Line,
  { start, width, align }: Column,
  top: number,
): void {
  pen.text(set, [line], element, { left: leftOf(layout, start, width), top, width }, align)
}
