import type { Block } from '#app/packet/sheet.ts'
import { leftOf, setText, tag, type Layout } from '../layout.ts'
import type { ExhibitDrawing } from '../exhibits/drawings.ts'
import { wholeStrip } from '../text-runs.ts'
import type { Flow, Strip } from '../strip.ts'
import { BODY, COLORS, PAGE, TEXT } from '../styles.ts'

type Of<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>

/** Space between the stamp and the paper, and how far the paper may extend into the margin on each side; in points. */
const AROUND = { below: 8, beside: 20 } as const

/** A page of an attached paper, as large as one of our pages can hold. The stamp is above it and never covers it. */
export function exhibitPage(layout: Layout, block: Of<'exhibit-page'>, drawing: ExhibitDrawing | null): Flow {
  const column = { start: 0, width: BODY.width }
  const stamp = wholeStrip(
    layout,
    [{ set: setText(layout, block.stamp, TEXT.stamp, BODY.width), tag: tag('H1', layout.sheet), before: 0 }],
    column,
  )
  if (!drawing) {
    const words = { set: setText(layout, block.instead ?? block.alt, TEXT.body, BODY.width), tag: tag('P', layout.sheet), before: 0 }
    return {
      strips: [
        { ...stamp, keep: true },
        { ...wholeStrip(layout, [words], column), gap: AROUND.below },
      ],
      after: 0,
    }
  }
  const box = { width: BODY.width + 2 * AROUND.beside, height: BODY.height - stamp.height - AROUND.below }
  const scale = Math.min(box.width / drawing.width, box.height / drawing.height)
  const width = drawing.width * scale
  const height = drawing.height * scale
  const figure = tag('Figure', layout.sheet, { alt: block.alt })
  const strip: Strip = {
    height: box.height,
    gap: AROUND.below,
    keep: false,
    paint: (pen, top) => {
      const left = leftOf(layout, (BODY.width - width) / 2, width)
      drawing.draw(pen, figure, { left, bottom: PAGE.height - top - height, width, height })
      pen.box(left, top, width, height, 0.4, COLORS.line)
    },
  }
  return { strips: [{ ...stamp, keep: true }, strip], after: 0 }
}
