import { breakLines, breakPieces, graphemes, type Measure } from './break-lines.ts'

/** The place that a text must fit into. Lengths are in points. */
export interface Room {
  readonly width: number
  readonly height: number
  readonly multiline: boolean
  /** Number of equal cells, one character each; `null` for running text. */
  readonly cells: number | null
  /** The most characters that the form allows; `null` for no limit. */
  readonly maxLength: number | null
  /** The font size that the form asks for; with 0 the program chooses. */
  readonly size: number
}

/** A text as it fits its room. */
export interface Fitted {
  /** Font size in points. */
  readonly size: number
  /** Lines, or, in cells, single characters. */
  readonly lines: readonly string[]
  /** What the lines say together. */
  readonly text: string
  /** Whether the whole text fits. Otherwise the lines end with a pointer, or there are none. */
  readonly whole: boolean
}

/** The smallest font size that people can still read on paper, in points. */
export const LEAST_SIZE = 6
const USUAL_SIZE = 11
const STEP = 0.5
/** Free space inside the frame of a field, in points. */
export const INSET = 2
/** The distance between baselines, and the room above the first and below the last, as multiples of the font size. */
export const LINE_HEIGHT = 1.25
export const ASCENT = 0.95
export const DESCENT = 0.28

const NOTHING: Fitted = { size: LEAST_SIZE, lines: [], text: '', whole: false }

/**
 * Chooses the largest size at which a text fits. A text that does not fit at the smallest size is cut after a whole word and
 * followed by the longest pointer that fits with it.
 * @param pointers sentences that say where the whole text is, the longest first
 */
export function fitText(text: string, room: Room, measure: Measure, pointers: readonly string[]): Fitted {
  const flat = room.multiline ? text : text.replace(/\s*\n\s*/g, ' ')
  if (room.cells !== null) return fitCells(flat, room, room.cells, measure)
  const tooLong = flat.length > mostCharacters(room) || (room.maxLength !== null && graphemes(flat).length > room.maxLength)
  if (!tooLong) {
    for (const size of sizes(room)) {
      const lines = linesAt(flat, size, room, measure)
      if (lines) return { size, lines, text: flat, whole: true }
    }
  }
  return cut(flat, room, measure, pointers)
}

/** More characters than this never fit, however narrow they are. The limit avoids measuring a long story at every size. */
function mostCharacters({ width, height }: Room): number {
  const narrowest = 0.15
  return Math.ceil(width / (LEAST_SIZE * narrowest)) * Math.ceil(height / LEAST_SIZE)
}

/** The sizes to try, from the largest down. */
function sizes({ size, height, multiline }: Room): number[] {
  const byHeight = (height - INSET) / (ASCENT + DESCENT)
  const most = Math.max(LEAST_SIZE, Math.min(size > 0 ? size : USUAL_SIZE, multiline ? USUAL_SIZE : byHeight))
  const all: number[] = []
  for (let next = most; next > LEAST_SIZE; next -= STEP) all.push(Math.floor(next / STEP) * STEP)
  return [...all, LEAST_SIZE]
}

function linesAt(text: string, size: number, { width, height, multiline }: Room, measure: Measure): string[] | null {
  const across = (width - 2 * INSET) / size
  if (across <= 0) return null
  if (!multiline) return measure(text) <= across ? [text] : null
  const lines = breakLines(text, across, measure)
  return (ASCENT + DESCENT + (lines.length - 1) * LINE_HEIGHT) * size <= height - INSET ? lines : null
}

function cut(text: string, room: Room, measure: Measure, pointers: readonly string[]): Fitted {
  const size = LEAST_SIZE
  const pieces = breakPieces(text.slice(0, mostCharacters(room)))
  for (const pointer of pointers) {
    const attempt = (count: number): Fitted | null => {
      const kept = pieces.slice(0, count).join('').trimEnd()
      const all = kept === '' ? pointer : `${kept} ${pointer}`
      if (room.maxLength !== null && graphemes(all).length > room.maxLength) return null
      const lines = linesAt(all, size, room, measure)
      return lines && { size, lines, text: all, whole: false }
    }
    let best = attempt(0)
    if (!best) continue
    let [low, high] = [0, pieces.length]
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      const fitted = attempt(middle)
      if (fitted) [low, best] = [middle, fitted]
      else high = middle - 1
    }
    return best
  }
  return NOTHING
}

/** Fits a text into cells. It leaves out a text with more characters than cells, because a number that is cut is a wrong number. */
function fitCells(text: string, room: Room, cells: number, measure: Measure): Fitted {
  const each = graphemes(text)
  if (each.length > cells) return NOTHING
  const widest = Math.max(...each.map(measure), 0)
  const across = room.width / cells
  const size = sizes(room).find(candidate => candidate * widest <= across)
  return size === undefined ? NOTHING : { size, lines: each, text, whole: true }
}
