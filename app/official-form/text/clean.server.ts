import { canDraw } from '#app/packet/pdf/fonts.server.ts'
import { printableText } from '#app/packet/pdf/printable.ts'

/** Direction marks and zero-width spaces. They are removed, because a field that limits its characters must not count unseen ones. */
const UNSEEN = /[\u200b\u200e\u200f\u2066-\u2069]/g

/**
 * Makes a text that can be drawn: a character that no font has becomes its code, `[U+4E2D]`, as on the packet's sheets. Joiners stay.
 * @param missing receives the code of every character that cannot be drawn
 */
export const drawableText = (text: string, missing: Set<string>): string => printableText(text, canDraw, missing).replace(UNSEEN, '')
