import { getLanguage, type LanguageCode } from '#app/i18n/languages.ts'
import { FAMILIES, findRareFace, getFace, type Face, type Family, type Weight } from './fonts.server.ts'

/** Marks, joiners, spaces and the skin tones of emoji, which take the face of the letter before them. */
const CLINGS = /[\p{M}\u200b-\u200d \p{Emoji_Modifier}]/u

/** Noto Sans has every character below this code point that can be drawn. */
const LATIN_END = 0x250

const isFamily = (name: string): name is Family => (FAMILIES as readonly string[]).includes(name)

/** Families for a text: those of its language, then of the person's language, then all others, so that any script can stand anywhere. */
function familiesFor(language: LanguageCode, person: LanguageCode): Family[] {
  const wished = [...getLanguage(language).fonts, ...getLanguage(person).fonts].filter(isFamily)
  return [...new Set([...wished, ...FAMILIES])]
}

/** Chooses the face for each character of the texts of one packet. */
export class FontOrder {
  readonly #person: LanguageCode
  readonly #orders = new Map<string, { families: readonly Family[]; chosen: Map<number, Face> }>()

  /** @param person the person's language; its families come right after those of a text's own language */
  constructor(person: LanguageCode) {
    this.#person = person
  }

  /**
   * The face of a character. A mark, joiner or space keeps the face of the letter before it when that face can draw it.
   * A character that no face has is drawn in Noto Sans, as an empty box.
   */
  faceOf(character: string, language: LanguageCode, weight: Weight, before: Face | null): Face {
    const codePoint = character.codePointAt(0) ?? 0
    if (before?.family === 'Noto Sans' && codePoint < LATIN_END) return before
    // The space of the emoji is as wide as they are.
    const apart = character === ' ' && before?.family === 'Noto Emoji'
    if (before && !apart && CLINGS.test(character) && (before.has(codePoint) || isJoiner(codePoint))) return before
    const order = this.#orderOf(language, weight)
    const known = order.chosen.get(codePoint)
    if (known) return known
    const family = order.families.find(name => getFace(name, weight).has(codePoint))
    const face = family ? getFace(family, weight) : (findRareFace(codePoint, weight) ?? getFace('Noto Sans', weight))
    order.chosen.set(codePoint, face)
    return face
  }

  #orderOf(language: LanguageCode, weight: Weight) {
    const key = `${language}/${weight}`
    const known = this.#orders.get(key)
    if (known) return known
    const order = { families: familiesFor(language, this.#person), chosen: new Map<number, Face>() }
    this.#orders.set(key, order)
    return order
  }
}

const isJoiner = (codePoint: number) => codePoint >= 0x200b && codePoint <= 0x200d
