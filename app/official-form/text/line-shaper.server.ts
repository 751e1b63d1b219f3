import type { LanguageCode } from '#app/i18n/languages.ts'
import { beginsRightToLeft, hasRightToLeft, isolateForeign, levelsOf, visualOrder } from '#app/packet/pdf/direction.ts'
import { FontOrder } from '#app/packet/pdf/font-order.ts'
import type { Face } from '#app/packet/pdf/fonts.server.ts'
import { Shaper, type Shaped } from '#app/packet/pdf/shape.ts'

export type LineDirection = 'ltr' | 'rtl'

/** A line that is ready to be drawn. Its measures are multiples of the font size, from the baseline. */
export interface ShapedLine {
  /** Pieces of one font and one direction each, from left to right. */
  readonly parts: readonly Shaped[]
  readonly width: number
  /** Highest and lowest point of the ink. */
  readonly top: number
  readonly bottom: number
}

/** Direction marks, which are never drawn. */
const DIRECTING = /[\u200e\u200f\u2066-\u2069]/

/** The direction of a paragraph, which is the direction of its first letter. */
export const directionOf = (text: string): LineDirection => (beginsRightToLeft(text) ? 'rtl' : 'ltr')

/**
 * Shapes the lines of one filled form with the packet's fonts, in the order of Unicode's bidirectional algorithm.
 * It remembers the words that it shaped. They are personal, so each form has its own shaper.
 */
export class LineShaper {
  readonly #order: FontOrder
  readonly #shaper = new Shaper()

  /** @param person the person's language; its fonts are tried before others */
  constructor(person: LanguageCode) {
    this.#order = new FontOrder(person)
  }

  /** Shapes one line. */
  shape(text: string, direction: LineDirection): ShapedLine {
    const mixed = direction === 'rtl' || hasRightToLeft(text)
    const isolated = direction === 'rtl' ? isolateForeign(text) : text
    const runs = this.#runs(isolated, mixed ? levelsOf(isolated, direction === 'rtl') : null)
    const parts = visualOrder(runs).map(run => run.shaped)
    return { parts, width: parts.reduce((sum, part) => sum + part.width, 0) / 1000, ...inkOf(parts) }
  }

  /** Shapes the pieces of a text that share a face and a level, in reading order. */
  #runs(text: string, levels: Uint8Array | null): { readonly shaped: Shaped; readonly level: number }[] {
    const pieces: { text: string; readonly face: Face; readonly level: number }[] = []
    let at = 0
    for (const character of text) {
      const level = levels?.[at] ?? 0
      at += character.length
      if (DIRECTING.test(character)) continue
      const last = pieces.at(-1)
      const face = this.#order.faceOf(character, 'en', 'regular', last?.face ?? null)
      if (last?.face === face && last.level === level) last.text += character
      else pieces.push({ text: character, face, level })
    }
    return pieces.map(piece => ({ shaped: this.#shaper.shape(piece.text, piece.face, piece.level % 2 === 1), level: piece.level }))
  }
}

/** Highest and lowest point of the ink, as multiples of the font size. */
function inkOf(parts: readonly Shaped[]): { readonly top: number; readonly bottom: number } {
  let [top, bottom] = [0, 0]
  for (const { face, glyphs } of parts) {
    for (const { id, dy } of glyphs) {
      const extents = face.shaping.glyphExtents(id)
      if (!extents) continue
      top = Math.max(top, dy / 1000 + extents.yBearing / face.unitsPerEm)
      // HarfBuzz gives the height as a negative number, downwards.
      bottom = Math.min(bottom, dy / 1000 + (extents.yBearing + extents.height) / face.unitsPerEm)
    }
  }
  return { top, bottom }
}
