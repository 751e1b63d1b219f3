import * as hb from 'harfbuzzjs'
import type { Face } from './fonts.server.ts'

/** Characters of one face and one direction, as glyphs from left to right. All lengths are in thousandths of the font size. */
export interface Shaped {
  readonly face: Face
  readonly rightToLeft: boolean
  readonly glyphs: readonly Glyph[]
  readonly width: number
}

export interface Glyph {
  readonly id: number
  /** How far the position moves after the glyph. */
  readonly advance: number
  readonly dx: number
  readonly dy: number
  /** The text that the glyph stands for; empty when another glyph of its group has it. */
  readonly text: string
}

/**
 * Shapes words with HarfBuzz and remembers each one. The words are personal, so each packet has its own shaper.
 */
export class Shaper {
  readonly #known = new Map<Face, Map<string, Shaped>>()
  readonly #buffer = new hb.Buffer()

  shape(text: string, face: Face, rightToLeft: boolean): Shaped {
    const words = this.#known.get(face) ?? new Map<string, Shaped>()
    if (words.size === 0) this.#known.set(face, words)
    const key = rightToLeft ? `\u200f${text}` : text
    const known = words.get(key)
    if (known) return known
    const shaped = this.#shapeAnew(text, face, rightToLeft)
    words.set(key, shaped)
    return shaped
  }

  #shapeAnew(text: string, face: Face, rightToLeft: boolean): Shaped {
    const buffer = this.#buffer
    buffer.reset()
    buffer.addText(text)
    buffer.guessSegmentProperties()
    buffer.setDirection(rightToLeft ? hb.Direction.RTL : hb.Direction.LTR)
    hb.shape(face.shaping, buffer)
    const infos = buffer.getGlyphInfos()
    const positions = buffer.getGlyphPositions()
    const scale = 1000 / face.unitsPerEm
    const texts = textsOf(
      text,
      infos.map(info => info.cluster),
      positions.map(({ xAdvance = 0 }) => xAdvance),
      rightToLeft,
    )
    let width = 0
    const glyphs = infos.map((info, index): Glyph => {
      const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {}
      width += xAdvance * scale
      return { id: info.codepoint, advance: xAdvance * scale, dx: xOffset * scale, dy: yOffset * scale, text: texts[index] ?? '' }
    })
    return { face, rightToLeft, glyphs, width }
  }
}

/**
 * The text of each glyph. The glyphs of a group (cluster) get its characters one by one in reading order, and the last glyph gets
 * the rest. When there are fewer characters than glyphs, dots and marks without an advance get none.
 */
function textsOf(text: string, clusters: readonly number[], advances: readonly number[], rightToLeft: boolean): string[] {
  const starts = [...new Set(clusters)].sort((a, b) => a - b)
  const texts = clusters.map(() => '')
  starts.forEach((start, index) => {
    const characters = Array.from(text.slice(start, starts[index + 1] ?? text.length))
    const group = clusters.flatMap((cluster, place) => (cluster === start ? [place] : []))
    if (rightToLeft) group.reverse()
    const moving = group.filter(place => (advances[place] ?? 0) > 0)
    const takers = group.length > characters.length && moving.length > 0 ? moving : group
    takers.forEach((place, order) => {
      texts[place] = (order === takers.length - 1 ? characters.splice(0) : characters.splice(0, 1)).join('')
    })
  })
  return texts
}
