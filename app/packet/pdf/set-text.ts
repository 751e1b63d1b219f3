import { getLanguage, type LanguageCode } from '#app/i18n/languages.ts'
import { breakPoints } from './break-points.ts'
import { beginsRightToLeft, hasRightToLeft, isolateForeign, levelsOf, visualOrder } from './direction.ts'
import { FontOrder } from './font-order.ts'
import type { Face } from './fonts.server.ts'
import { lineHeight } from './line-height.ts'
import { Shaper, type Shaped } from './shape.ts'
import type { TextStyle } from './styles.ts'

/** One line with its parts in visual order, from left to right. Lengths are in points. */
export interface Line {
  readonly parts: readonly Shaped[]
  readonly width: number
  /** How far the spaces at its end extend to the left. */
  readonly overhang: number
  readonly height: number
  /** Distance from the top of the line. */
  readonly baseline: number
  /** The text of the line, in reading order. */
  readonly text: string
}

/** A text broken into lines. */
export interface SetText {
  readonly lines: readonly Line[]
  readonly height: number
  readonly text: string
  readonly style: TextStyle
  readonly language: LanguageCode
  /** The lines begin on the right. */
  readonly rightToLeft: boolean
}

/** Shaped characters with their embedding level and their place in the paragraph. */
interface Run {
  readonly shaped: Shaped
  readonly level: number
  readonly width: number
}

/** The text between two places where a line may end: letters, and the spaces after them, which do not count at the end of a line. */
interface Word {
  readonly start: number
  readonly end: number
  readonly runs: readonly Run[]
  readonly width: number
  readonly spaces: readonly Run[]
  readonly spaceWidth: number
}

/** Sets the texts of one packet. */
export class Typesetter {
  readonly #order: FontOrder
  readonly #shaper = new Shaper()

  /** @param person the person's language; its fonts come right after those of a text's own language */
  constructor(person: LanguageCode) {
    this.#order = new FontOrder(person)
  }

  /** @param width width of a line in points; a longer word is cut */
  set(text: string, language: LanguageCode, style: TextStyle, width: number): SetText {
    const rightToLeft = getLanguage(language).direction === 'rtl'
    const lines = text.split('\n').flatMap(paragraph => this.#paragraph(paragraph, language, style, width, rightToLeft))
    return { lines, height: lines.reduce((sum, line) => sum + line.height, 0), text, style, language, rightToLeft }
  }

  #paragraph(text: string, language: LanguageCode, style: TextStyle, width: number, rightToLeft: boolean): Line[] {
    const mixed = hasRightToLeft(text)
    const base = mixed && (rightToLeft || beginsRightToLeft(text))
    const isolated = base ? isolateForeign(text) : text
    const levels = mixed ? levelsOf(isolated, base) : null
    const words = this.#words(isolated, levels, language, style)
    return fill(words, width, word => this.#cut(word, isolated, levels, language, style, width)).map(line =>
      asLine(line, isolated, style, mixed, base ? 1 : 0),
    )
  }

  #words(text: string, levels: Uint8Array | null, language: LanguageCode, style: TextStyle): Word[] {
    let start = 0
    let face: Face | null = null
    return breakPoints(text).map(end => {
      const whole = text.slice(start, end)
      const letters = whole.trimEnd()
      const runs = this.#runs(letters, start, levels, language, style, face)
      face = runs.at(-1)?.shaped.face ?? face
      const spaces = this.#runs(whole.slice(letters.length), start + letters.length, levels, language, style, face)
      const word = { start, end, runs, width: widthOf(runs), spaces, spaceWidth: widthOf(spaces) }
      start = end
      return word
    })
  }

  /** Shapes the pieces of a text that share a face and a level. */
  #runs(text: string, offset: number, levels: Uint8Array | null, language: LanguageCode, style: TextStyle, before: Face | null): Run[] {
    const runs: Run[] = []
    let piece = ''
    let face = before
    let level = 0
    const close = () => {
      if (!piece || !face) return
      const shaped = this.#shaper.shape(piece, face, level % 2 === 1)
      runs.push({ shaped, level, width: (shaped.width * style.size) / 1000 })
      piece = ''
    }
    let at = offset
    for (const character of text) {
      const nextLevel = levels?.[at] ?? 0
      at += character.length
      if (ISOLATES.test(character)) continue
      const next = this.#order.faceOf(character, language, style.weight, face)
      if (piece && (next !== face || nextLevel !== level)) close()
      face = next
      level = nextLevel
      piece += character
    }
    close()
    return runs
  }

  /** Cuts a word that is longer than a line between its letters. */
  #cut(word: Word, text: string, levels: Uint8Array | null, language: LanguageCode, style: TextStyle, width: number): Word[] {
    const pieces: Word[] = []
    let start = word.start
    let runs: Run[] = []
    let letters = ''
    for (const { segment } of LETTERS.segment(text.slice(word.start, word.end).trimEnd())) {
      const longer = this.#runs(letters + segment, start, levels, language, style, null)
      if (letters && widthOf(longer) > width) {
        pieces.push({ start, end: start + letters.length, runs, width: widthOf(runs), spaces: [], spaceWidth: 0 })
        start += letters.length
        letters = segment
        runs = this.#runs(letters, start, levels, language, style, null)
        continue
      }
      letters += segment
      runs = longer
    }
    return [...pieces, { ...word, start, runs, width: widthOf(runs) }]
  }
}

const ISOLATES = /[\u2066-\u2069\u200e\u200f]/
const LETTERS = new Intl.Segmenter('en', { granularity: 'grapheme' })

const widthOf = (runs: readonly Run[]) => runs.reduce((sum, run) => sum + run.width, 0)

/** Puts as many words on each line as fit. */
function fill(words: readonly Word[], width: number, cut: (word: Word) => Word[]): Word[][] {
  const lines: Word[][] = []
  let line: Word[] = []
  let used = 0
  const put = (word: Word) => {
    if (line.length > 0 && used + word.width > width) {
      lines.push(line)
      line = []
      used = 0
    }
    line.push(word)
    used += word.width + word.spaceWidth
  }
  for (const word of words) {
    if (word.width > width) cut(word).forEach(put)
    else put(word)
  }
  return [...lines, line]
}

function asLine(words: readonly Word[], text: string, style: TextStyle, mixed: boolean, base: number): Line {
  const last = words.at(-1)
  // The spaces at the end are drawn too, outside the width, because a reader that joins the lines needs them.
  const runs = words.flatMap(word => [
    ...word.runs,
    ...(word === last ? word.spaces.map(space => ({ ...space, level: base })) : word.spaces),
  ])
  const outside = last?.spaceWidth ?? 0
  const first = words[0]
  const { height, baseline } = lineHeight(
    style,
    runs.map(run => run.shaped.face.family),
  )
  return {
    parts: (mixed ? visualOrder(runs) : runs).map(run => run.shaped),
    width: widthOf(runs) - outside,
    overhang: base === 1 ? outside : 0,
    height,
    baseline,
    text: first && last ? text.slice(first.start, last.end).replace(/[\u2066-\u2069\u200e\u200f]/g, '') : '',
  }
}
