import { decimal } from './line-operators.ts'
import type { Face } from './fonts.server.ts'
import type { PdfFile, Ref } from './pdf-file.ts'

/** A small drawing in the file, and the name under which pages refer to it. */
export interface Dot {
  readonly name: string
  readonly object: Ref
}

/**
 * The dots of Arabic letters as small drawings. The font draws a letter and its dots as two glyphs. If a dot were shown as text,
 * it would stand for no character, and some readers would split the word or invent a character. So only the letter is text.
 */
export class Dots {
  readonly #file: PdfFile
  readonly #dots = new Map<Face, Map<number, Dot>>()
  #count = 0

  constructor(file: PdfFile) {
    this.#file = file
  }

  of(face: Face, glyph: number): Dot {
    const dots = this.#dots.get(face) ?? new Map<number, Dot>()
    if (dots.size === 0) this.#dots.set(face, dots)
    const known = dots.get(glyph)
    if (known) return known
    this.#count += 1
    const dot = { name: `D${this.#count}`, object: this.#draw(face, glyph) }
    dots.set(glyph, dot)
    return dot
  }

  #draw(face: Face, glyph: number): Ref {
    const commands = face.shaping.glyphToJson(glyph)
    const numbers = commands.flatMap(({ values }) => values)
    const across = numbers.filter((_, index) => index % 2 === 0)
    const up = numbers.filter((_, index) => index % 2 === 1)
    const box = numbers.length === 0 ? [0, 0, 0, 0] : [Math.min(...across), Math.min(...up), Math.max(...across), Math.max(...up)]
    const object = this.#file.ref({ Type: 'XObject', Subtype: 'Form', BBox: box, Resources: {} })
    object.end(outline(commands))
    return object
  }
}

/** The path operators that draw a glyph, in font units. */
function outline(commands: readonly { readonly type: string; readonly values: readonly number[] }[]): string {
  let [x, y] = [0, 0]
  const operators = commands.map(({ type, values }) => {
    const [a = 0, b = 0, c = 0, d = 0] = values
    const from = [x, y] as const
    ;[x = 0, y = 0] = values.length >= 2 ? values.slice(-2) : from
    if (type === 'M') return `${a} ${b} m`
    if (type === 'L') return `${a} ${b} l`
    if (type === 'C') return `${values.join(' ')} c`
    if (type === 'Z') return 'h'
    // PDF has no curves with one control point, so this writes the same curve with two.
    const third = (edge: number, control: number) => decimal(edge + ((control - edge) * 2) / 3)
    return `${third(from[0], a)} ${third(from[1], b)} ${third(c, a)} ${third(d, b)} ${c} ${d} c`
  })
  return `${operators.join('\n')}\nf`
}
