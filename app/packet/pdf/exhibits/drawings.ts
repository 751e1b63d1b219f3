import type { Pen } from '../pen.ts'
import type { Tag } from '../structure.ts'

/** A box on the page. Lengths are in points; `bottom` counts from the bottom of the page. */
interface DrawnBox {
  readonly left: number
  readonly bottom: number
  readonly width: number
  readonly height: number
}

/** One page of an attached paper, ready to be drawn. Width and height are those of the upright page, in points (pixels for a picture). */
export interface ExhibitDrawing {
  readonly width: number
  readonly height: number
  draw(pen: Pen, figure: Tag, box: DrawnBox): void
}

/** Finds the page of an attached paper by the paper's id and the page's number from 0; `null` when it cannot be drawn. */
export type FindExhibit = (file: string, page: number) => ExhibitDrawing | null
