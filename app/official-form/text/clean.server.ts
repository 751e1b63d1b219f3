import { canDraw } from '#app/packet/pdf/fonts.server.ts'
import { printableText } from '#app/packet/pdf/printable.ts'

/** Marks of direction and spaces of no width: a field that counts its characters must not count what nobody sees. */
const UNSEEN = /[\u200b\u200e\u200f\u2066-\u2069]/g

/**
 * Text as it can be drawn: what no font has stands as its code, `[U+4E2D]`, as on the packet's sheets. Joiners stay.
 * @param missing receives the code of every character that could not be drawn
 */
export const drawableText = (text: string, missing: Set<string>): string => printableText(text, canDraw, missing).replace(UNSEEN, '')
