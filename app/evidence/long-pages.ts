import { RefusedFile } from './checked-file.ts'
import { MOST_PAGES } from './limits.ts'

/**
 * A picture or a page that is longer than this many times its width is cut: printed whole, it would be too narrow to read.
 * The screen of a phone is little more than twice as long as wide, and stays whole.
 */
const LONGEST_WHOLE = 3
/** Length of a piece for its width. A sheet has room for a little more, so every piece is printed as wide as the sheet allows. */
export const PIECE_LENGTH = 1.2
/** How much of a piece is shown again at the top of the next, for its width: more than a line of text. */
const SHOWN_AGAIN = 0.1

/** A piece of something long; `top` counts from its upper end. */
export interface Piece {
  readonly top: number
  readonly length: number
}

/**
 * The pieces in which something is printed, from its upper end on: one where it is not long. Together they show all of it.
 * @param width and `length` in any unit, which is that of the pieces, too
 * @throws RefusedFile where they are more than {@link MOST_PAGES}
 */
export function piecesOf(width: number, length: number): Piece[] {
  if (length <= LONGEST_WHOLE * width) return [{ top: 0, length }]
  const step = (PIECE_LENGTH - SHOWN_AGAIN) * width
  const count = Math.ceil((length - PIECE_LENGTH * width) / step) + 1
  if (count > MOST_PAGES) throw new RefusedFile('too-many-pages')
  return Array.from({ length: count }, (_, place) => ({
    top: place * step,
    length: Math.min(PIECE_LENGTH * width, length - place * step),
  }))
}
