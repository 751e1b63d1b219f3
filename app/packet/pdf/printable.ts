/** Line breaks and line separators other than the line feed. */
const LINE_BREAKS = /\r\n?|[\u2028\u2029]/g
/** Control characters except the line feed, and marks without a shape or an effect here (direction overrides, soft hyphen, variants). */
const INVISIBLE = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u202a-\u202e\u2060-\u2064\u206a-\u206f\ufeff\ufe00-\ufe0f]/g
/** Marks without a shape that languages need: joiners, zero-width spaces, direction marks. */
const SHAPELESS = /[\u200b-\u200f\u2066-\u2069]/
/** Text that needs no change. */
const PLAIN = /^[\n\u0020-\u007e\u00a0-\u00ac\u00ae-\u017f\u2013-\u201d\u2026]*$/

/** How a character that no font has is shown and reported: `U+4E2D`. */
const codeOf = (codePoint: number) => `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`

/**
 * Makes a text that the fonts can draw. It removes control characters and writes a character that no font has as its code,
 * `[U+4E2D]`, so that no character disappears unnoticed.
 * @param missing receives the code of every character that cannot be drawn
 */
export function printableText(text: string, canDraw: (codePoint: number) => boolean, missing: Set<string>): string {
  if (PLAIN.test(text)) return text
  const clean = text.normalize('NFC').replace(LINE_BREAKS, '\n').replaceAll('\t', ' ').replace(INVISIBLE, '')
  return Array.from(clean, character => {
    const codePoint = character.codePointAt(0) ?? 0
    if (character === '\n' || SHAPELESS.test(character) || canDraw(codePoint)) return character
    missing.add(codeOf(codePoint))
    return `[${codeOf(codePoint)}]`
  }).join('')
}

/** A copy of a value with all its strings made printable. */
export function printable<T>(value: T, canDraw: (codePoint: number) => boolean, missing: Set<string>): T {
  if (typeof value === 'string') return printableText(value, canDraw, missing) as T
  if (Array.isArray(value)) return value.map((item: unknown) => printable(item, canDraw, missing)) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, printable(inner as unknown, canDraw, missing)])) as T
}
