import type { FaceFamily } from './fonts.server.ts'
import type { TextStyle } from './styles.ts'

/** Ascent and descent of Noto Sans as shares of the font size. They set the baseline of every line. */
const LATIN = { ascent: 1.069, descent: 0.293 } as const

/** Extra room that scripts need above and below Noto Sans for marks, stacked letters and deep tails, as shares of the font size. */
const MORE: Partial<Record<FaceFamily, { readonly above: number; readonly below: number }>> = {
  'Noto Sans Khmer': { above: 0.08, below: 0.3 },
  'Noto Sans Thai': { above: 0.14, below: 0.1 },
  'Noto Sans Lao': { above: 0.14, below: 0.14 },
  'Noto Sans Arabic': { above: 0.05, below: 0.18 },
  'Noto Sans Devanagari': { above: 0.05, below: 0.1 },
  'Noto Sans Gurmukhi': { above: 0.05, below: 0.1 },
  'Noto Sans SC': { above: 0.08, below: 0 },
  'Noto Sans TC': { above: 0.08, below: 0 },
  'Noto Sans KR': { above: 0.08, below: 0 },
}

/** Height of a line, and its baseline from the top, in points. The line grows with the tallest script on it. */
export function lineHeight({ size, leading }: TextStyle, families: readonly FaceFamily[]): { height: number; baseline: number } {
  let above = 0
  let below = 0
  for (const family of families) {
    const more = MORE[family]
    if (!more) continue
    above = Math.max(above, more.above)
    below = Math.max(below, more.below)
  }
  const half = (leading - LATIN.ascent - LATIN.descent) / 2
  return { height: (leading + above + below) * size, baseline: (half + LATIN.ascent + above) * size }
}
