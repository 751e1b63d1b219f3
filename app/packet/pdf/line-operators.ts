import type { Face } from './fonts.server.ts'
import type { FileFonts } from './pdf-file.ts'
import type { Shaped } from './shape.ts'

/** A number as PDF writes it, without an exponent. */
export function decimal(value: number, digits = 3): string {
  const power = 10 ** digits
  const rounded = Math.round(value * power) / power
  return Math.abs(rounded) < 1e-4 ? '0' : String(rounded)
}

/** `r g b` of a color `#rrggbb`. */
export function rgb(color: string): string {
  const known = colors.get(color)
  if (known) return known
  const written = [1, 3, 5].map(at => decimal(parseInt(color.slice(at, at + 2), 16) / 255)).join(' ')
  colors.set(color, written)
  return written
}
const colors = new Map<string, string>()

/** A glyph that is drawn and not shown as text. `x` and `y` count from where the line begins, in points. */
export interface Aside {
  readonly face: Face
  readonly glyph: number
  readonly x: number
  readonly y: number
}

/**
 * The operators that show the parts of a line from the current position (between `BT` and `ET`), and the glyphs to draw beside them.
 * @param size the font size, in points
 */
export function showing(parts: readonly Shaped[], size: number, fonts: FileFonts): { operators: string; asides: Aside[] } {
  const asides: Aside[] = []
  let operators = ''
  let array = ''
  let font = ''
  let x = 0
  const close = () => {
    if (array) operators += `[${array}]TJ\n`
    array = ''
  }
  for (const part of parts) {
    const { id } = fonts.of(part.face)
    if (id !== font) {
      close()
      operators += `/${id} ${decimal(size)} Tf\n`
      font = id
    }
    for (const piece of piecesOf(part, fonts)) {
      if (typeof piece === 'string') array += piece
      else if ('glyph' in piece)
        asides.push({ face: part.face, glyph: piece.glyph, x: x + (piece.along * size) / 1000, y: (piece.rise * size) / 1000 })
      else {
        close()
        operators += `${decimal((piece.rise * size) / 1000)} Ts\n[${piece.array}]TJ\n0 Ts\n`
      }
    }
    x += (part.width * size) / 1000
  }
  close()
  return { operators, asides }
}

/** Glyphs above or below the line. */
interface Raised {
  readonly rise: number
  readonly array: string
}

/** A glyph without a text of its own. Its place counts from the beginning of its part, in thousandths of the font size. */
interface Beside {
  readonly glyph: number
  readonly along: number
  readonly rise: number
}

type Piece = string | Raised | Beside

const written = new WeakMap<Shaped, { readonly fonts: FileFonts; readonly pieces: readonly Piece[] }>()

/** The glyphs of a part as elements of a `TJ` array. Glyphs above or below the line are separate pieces. */
function piecesOf(part: Shaped, fonts: FileFonts): readonly Piece[] {
  const known = written.get(part)
  if (known?.fonts === fonts) return known.pieces
  const pieces: Piece[] = []
  let hex = ''
  let array = ''
  let along = 0
  const turnHex = () => {
    if (hex) array += `<${hex}>`
    hex = ''
  }
  const turnArray = () => {
    turnHex()
    if (array) pieces.push(array)
    array = ''
  }
  for (const { id, advance, dx, dy, text } of part.glyphs) {
    if (text === '' && part.rightToLeft && advance === 0) {
      pieces.push({ glyph: id, along: along + dx, rise: dy })
      continue
    }
    along += advance
    const code = fonts.codeOf(part.face, id, text)
    const rest = (part.face.advanceOf(id) * 1000) / part.face.unitsPerEm - advance
    // A number in the array moves the position back, in thousandths of the font size.
    const after = decimal(rest + dx)
    if (dy !== 0) {
      turnArray()
      pieces.push({ rise: dy, array: `${decimal(-dx)} <${code}> ${after}` })
      continue
    }
    if (dx !== 0) {
      turnHex()
      array += `${decimal(-dx)} `
    }
    hex += code
    if (after !== '0') {
      turnHex()
      array += `${after} `
    }
  }
  turnArray()
  written.set(part, { fonts, pieces })
  return pieces
}
