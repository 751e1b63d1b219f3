import { createRequire } from 'node:module'
import { Font } from '@react-pdf/renderer'

const { resolve } = createRequire(import.meta.url)
const file = (name: string) => resolve(`@expo-google-fonts/noto-sans/${name}.ttf`)

/** Family of all packets; later languages put theirs behind it. */
export const FONT_FAMILY = 'Noto Sans'
export const WEIGHTS = { regular: 400, strong: 600 } as const

/** Longest word that is never cut: longer ones would leave their column. */
const LONGEST_WORD = 22
const PIECE = 11

/**
 * Pieces of a word between which a line may end. Words are never hyphenated: English rules would cut
 * Spanish words wrongly. Only what is too long for a column is cut; an empty piece is a break without a hyphen.
 */
export function wordPieces(word: string): string[] {
  const characters = Array.from(word)
  if (characters.length <= LONGEST_WORD) return [word]
  const pieces: string[] = []
  for (let start = 0; start < characters.length; start += PIECE) {
    if (start > 0) pieces.push('')
    pieces.push(characters.slice(start, start + PIECE).join(''))
  }
  return pieces
}

let ready: Promise<void> | undefined

/** Registers and reads the fonts once for the life of the process. */
export function loadFonts(): Promise<void> {
  ready ??= register()
  return ready
}

async function register(): Promise<void> {
  Font.register({
    family: FONT_FAMILY,
    fonts: [
      { src: file('400Regular/NotoSans_400Regular'), fontWeight: WEIGHTS.regular },
      { src: file('600SemiBold/NotoSans_600SemiBold'), fontWeight: WEIGHTS.strong },
    ],
  })
  Font.registerHyphenationCallback(wordPieces)
  await Promise.all(Object.values(WEIGHTS).map(fontWeight => Font.load({ fontFamily: FONT_FAMILY, fontWeight })))
}

/** What this program asks of a font; the library behind it brings no types. */
export interface ReadFont {
  hasGlyphForCodePoint(codePoint: number): boolean
}

/** A font that has been read; {@link loadFonts} must have ended. */
export function getFont(fontWeight: number): ReadFont {
  const { data } = Font.getFont({ fontFamily: FONT_FAMILY, fontWeight })
  if (!data) throw new Error('fonts are not loaded')
  return data as unknown as ReadFont
}

/** Whether both weights can draw a character. */
export function canDraw(codePoint: number): boolean {
  return Object.values(WEIGHTS).every(weight => getFont(weight).hasGlyphForCodePoint(codePoint))
}
