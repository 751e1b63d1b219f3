import type { PDFContext, PDFRef } from '@cantoo/pdf-lib'
import { ASCENT, DESCENT, fitText, INSET, LINE_HEIGHT, type Fitted, type Room } from './text/fit.ts'
import { remembered } from './text/break-lines.ts'
import { pdfNumber, type FontBook } from './text/font-book.server.ts'
import { directionOf } from './text/line-shaper.server.ts'
import type { WidgetStyle } from './widget-style.server.ts'

/** The text of a box as it fits, and the appearance that shows it. */
interface TextAppearance {
  readonly fitted: Fitted
  readonly ref: PDFRef
}

/** Draws a text as the appearance of a box, which every reader and printer shows as it is. */
export function drawText(
  context: PDFContext,
  fonts: FontBook,
  text: string,
  style: WidgetStyle,
  room: Pick<Room, 'multiline' | 'cells' | 'maxLength'>,
  pointers: readonly string[],
): TextAppearance {
  const direction = directionOf(text)
  const fitted = fitText(
    text,
    { ...room, width: style.width, height: style.height, size: style.size },
    remembered(piece => fonts.shape(piece, direction).width),
    pointers,
  )
  const { size } = fitted
  const lines = fitted.lines.map(line => fonts.shape(line, direction))
  const [top, bottom] = [Math.max(ASCENT, ...lines.map(line => line.top)), Math.min(-DESCENT, ...lines.map(line => line.bottom))]
  // One line is centered between top and bottom; a text of several lines begins at the top.
  const first = room.multiline ? style.height - INSET / 2 - top * size : (style.height - (top + bottom) * size) / 2
  // A paragraph begins at the side where its script begins; a single line stays beside the form's label.
  const align = direction === 'rtl' && style.align === 'start' && room.multiline ? 'end' : style.align
  const operators = lines.map((line, index) => {
    const width = line.width * size
    if (room.cells !== null) {
      const cell = style.width / room.cells
      const at = direction === 'rtl' ? lines.length - 1 - index : index
      return fonts.draw(line, size, cell * at + (cell - width) / 2, first)
    }
    const x = align === 'start' ? INSET : align === 'end' ? style.width - INSET - width : (style.width - width) / 2
    return fonts.draw(line, size, x, first - index * LINE_HEIGHT * size)
  })
  const content = `${style.frame} /Tx BMC q 0 0 ${pdfNumber(style.width)} ${pdfNumber(style.height)} re W n BT ${style.colour} ${operators.join('\n')} ET Q EMC`
  const stream = context.flateStream(content, {
    Type: 'XObject',
    Subtype: 'Form',
    FormType: 1,
    BBox: [0, 0, style.width, style.height],
    Matrix: turned(style),
    Resources: { Font: fonts.resources(lines) },
  })
  return { fitted, ref: context.register(stream) }
}

/** The matrix that turns a box by its quarter turns and moves it back into its place. */
function turned({ turn, width, height }: Pick<WidgetStyle, 'turn' | 'width' | 'height'>): number[] {
  if (turn === 90) return [0, 1, -1, 0, height, 0]
  if (turn === 180) return [-1, 0, 0, -1, width, height]
  return turn === 270 ? [0, -1, 1, 0, 0, width] : [1, 0, 0, 1, 0, 0]
}
