import type { Said } from '../sheet.ts'
import { leftOf, setText, tag, type Desk } from './desk.ts'
import type { Pen } from './pen.ts'
import type { Line, SetText } from './set-text.ts'
import type { Strip } from './strip.ts'
import type { Tag } from './structure.ts'
import { TEXT, type TextStyle } from './styles.ts'

/** A text in its place in the structure. */
export interface Passage {
  readonly set: SetText
  readonly tag: Tag
  /** Space above it, in points. */
  readonly before: number
}

/** Distance from a side and width, in points. */
export interface Column {
  readonly start: number
  readonly width: number
  readonly align?: 'start' | 'end' | undefined
}

/** Most points of a text that is kept on one page though it could break. */
const LONGEST_WHOLE = 180

/** Words as an element of their own, and the same in the person's language as another one beneath. */
export function saidBlocks(
  desk: Desk,
  said: { readonly text: string; readonly translation?: string | undefined },
  style: TextStyle,
  width: number,
  parent = desk.sheet,
  type: 'P' | 'H1' | 'H2' = 'P',
): Passage[] {
  const main = { set: setText(desk, said.text, style, width), tag: tag(type, parent), before: 0 }
  if (said.translation === undefined) return [main]
  return [
    main,
    {
      set: setText(desk, said.translation, TEXT.translation, width, desk.person),
      tag: tag('P', parent, { language: desk.person }),
      before: 0,
    },
  ]
}

/** Words inside an element, such as a cell, and the same in the person's language inside it too. */
export function saidInside(
  desk: Desk,
  said: { readonly text: string; readonly translation?: string | undefined },
  style: TextStyle,
  width: number,
  inside: Tag,
): Passage[] {
  const main = { set: setText(desk, said.text, style, width), tag: inside, before: 0 }
  if (said.translation === undefined) return [main]
  return [
    main,
    {
      set: setText(desk, said.translation, TEXT.translation, width, desk.person),
      tag: tag('Span', inside, { language: desk.person }),
      before: 0,
    },
  ]
}

export const said = (text: string, translation?: string): Said => (translation === undefined ? { text } : { text, translation })

export const heightOf = (passages: readonly Passage[]): number => passages.reduce((sum, { set, before }) => sum + before + set.height, 0)

/** Draws passages one below the other in a column. */
export function drawPassages(pen: Pen, desk: Desk, passages: readonly Passage[], { start, width, align }: Column, top: number): void {
  let y = top
  for (const { set, tag: element, before } of passages) {
    y += before
    pen.text(set, set.lines, element, { left: leftOf(desk, start, width), top: y, width }, align)
    y += set.height
  }
}

/** One strip for passages that never part. */
export function wholeStrip(desk: Desk, passages: readonly Passage[], column: Column, paths?: readonly string[]): Strip {
  return {
    height: heightOf(passages),
    gap: 0,
    keep: false,
    ...(paths && { paths }),
    paint: (pen, top) => drawPassages(pen, desk, passages, column, top),
  }
}

/** Passages as strips: short ones whole, long ones line by line, so that at least two lines stand together at a page end. */
export function passageStrips(desk: Desk, passages: readonly Passage[], column: Column, paths?: readonly string[]): Strip[] {
  if (heightOf(passages) <= LONGEST_WHOLE) return [wholeStrip(desk, passages, column, paths)]
  return passages.flatMap((passage, place) => {
    const { lines } = passage.set
    const followed = place < passages.length - 1
    return lines.map((line, index): Strip => ({
      height: line.height,
      gap: index === 0 ? passage.before : 0,
      keep: (index === 0 && lines.length > 1) || index === lines.length - 2 || (followed && index === lines.length - 1),
      ...(paths && { paths }),
      paint: (pen, top) => drawLine(pen, desk, passage, line, column, top),
    }))
  })
}

function drawLine(pen: Pen, desk: Desk, { set, tag: element }: Passage, line: Line, { start, width, align }: Column, top: number): void {
  pen.text(set, [line], element, { left: leftOf(desk, start, width), top, width }, align)
}
