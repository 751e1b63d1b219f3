import bidiFactory from 'bidi-js'

const bidi = bidiFactory()

/** Letters that are written from right to left, and the invisible mark (U+200F) that counts as one. */
const RIGHT_TO_LEFT = /[\u200f\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/
const STRONG = /[\p{L}\u200f]/u

const ISOLATE = '\u2066'
const END = '\u2069'

/** A number, a phone number, a date, an amount or Latin words, with everything between them. */
const FOREIGN =
  /(?:[+#$€£]\s?)?[([]?[\p{Script=Latin}0-9@](?:[^\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u2066-\u2069\n]*[\p{Script=Latin}0-9%])?[)\]]?/gu
/** Several plain numbers in a row. They are a list, which follows the direction of the text around it. */
const LIST = /^\d+(?:[,;] \d+)+$/

export const hasRightToLeft = (text: string) => RIGHT_TO_LEFT.test(text)

/** Whether the first letter of a text is written from right to left. */
export function beginsRightToLeft(text: string): boolean {
  const first = STRONG.exec(text)?.[0]
  return first !== undefined && RIGHT_TO_LEFT.test(first)
}

/**
 * Puts directional isolates around everything that is read from left to right, so that a claim number, a date, an address or a
 * name keeps its order inside a text that is read from right to left.
 */
export function isolateForeign(text: string): string {
  return text.replace(FOREIGN, found => {
    if (LIST.test(found)) return found
    const closed = /[)\]]$/.test(found) && !/[([]/.test(found)
    return closed ? `${ISOLATE}${found.slice(0, -1)}${END}${found.slice(-1)}` : `${ISOLATE}${found}${END}`
  })
}

/** The embedding level of every code unit. Code units with an odd level are read from right to left. */
export function levelsOf(text: string, rightToLeft: boolean): Uint8Array {
  return bidi.getEmbeddingLevels(text, rightToLeft ? 'rtl' : 'ltr').levels
}

/** Sorts the parts of one line into their visual order, left to right (rule L2 of the Unicode bidirectional algorithm). */
export function visualOrder<T extends { readonly level: number }>(parts: readonly T[]): T[] {
  const ordered = [...parts]
  const highest = Math.max(0, ...ordered.map(part => part.level))
  for (let level = highest; level >= 1; level -= 1) {
    for (let start = 0; start < ordered.length; start += 1) {
      let end = start
      while (end < ordered.length && (ordered[end]?.level ?? 0) >= level) end += 1
      if (end > start + 1) ordered.splice(start, end - start, ...ordered.slice(start, end).reverse())
      start = Math.max(start, end - 1)
    }
  }
  return ordered
}
