import { RefusedFile } from './checked-file.ts'
import { MOST_PAGES } from './limits.ts'

/**
 * A picture or a page that is longer than this many times its width is cut, because it would be too narrow to read in one piece.
 * A phone's screen is little more than twice as long as wide, so a picture of it stays whole.
 */
const LONGEST_WHOLE = 3
/** Length of a piece as a multiple of its width. A sheet has room for a little more, so every piece is printed at full width. */
export const PIECE_LENGTH = 1.2
/** How much of a piece the next one repeats at its top, as a multiple of the width: more than a line of text. */
const SHOWN_AGAIN = 0.1

/** A piece of a long picture or page. `top` counts from the upper end of the whole. */
export interface Piece {
  readonly top: number
  readonly length: number
}

/**
 * The pieces in which a picture or a page is printed, from its upper end down. One that is not long is one piece. The pieces
 * together show all of it.
 * @param width the width in any unit; `length` and the pieces have the same unit
 * @throws RefusedFile for more pieces than {@link MOST_PAGES}
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
