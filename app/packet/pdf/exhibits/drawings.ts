import type { Pen } from '../pen.ts'
import type { Tag } from '../structure.ts'

/** Lengths in points; `bottom` counts from the bottom of the page. */
interface DrawnBox {
  readonly left: number
  readonly bottom: number
  readonly width: number
  readonly height: number
}

/** One page of an attached paper, ready to be drawn; width and height as it is read, in points (or pixels of a picture). */
export interface ExhibitDrawing {
  readonly width: number
  readonly height: number
  draw(pen: Pen, figure: Tag, box: DrawnBox): void
}

/** Finds the page of an attached paper by its id and its number from 0; `null` where it cannot be drawn. */
export type FindExhibit = (file: string, page: number) => ExhibitDrawing | null
