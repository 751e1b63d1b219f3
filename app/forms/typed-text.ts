import { plainDigits } from '#machines/text/digits.ts'

/**
 * This file makes plain what people type and paste, in one place for all forms. It changes only the texts that the program reads: a form
 * that comes back still shows what was typed.
 */

/** Line ends of every system; U+000B is the soft line break of word processors. */
const LINE_BREAK = /\r\n?|[\u000b\u000c\u0085\u2028\u2029]/g
/** Invisible marks that no word needs: soft hyphens, direction marks that come with pasted text, byte order marks. */
const UNSEEN = /[\u00ad\u061c\u180e\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/g
/** Spaces of special widths. The ideographic space stays in a text of several lines, because it indents a line there. */
const SPACE = /[\u00a0\u1680\u2000-\u200a\u202f\u205f]/g
/**
 * Marks without width that belong to letters: Persian, Hindi and other languages join and separate letters with them; Khmer, Lao and Thai
 * end words with them. At the ends of a text and beside digits or plain Latin characters they mean nothing.
 */
const JOINERS = /[\u200b-\u200d]+/g
const PLAIN_NEIGHBOUR = /^[!-~\p{Nd}]/u
const EDGE = /[\s\u200b-\u200d]/
const DASH = /[\p{Pd}\u2212]/gu

// This looks at whole runs, and at the ends one by one, because a lookahead would take hours for a long text of invisible marks.
const withoutStrayJoiners = (text: string): string =>
  text.replace(JOINERS, (run, at: number) => {
    const neighbours = [text.slice(at - 1, at), text.slice(at + run.length, at + run.length + 2)]
    return neighbours.some(each => PLAIN_NEIGHBOUR.test(each)) ? '' : run
  })

function withoutEnds(text: string): string {
  let [start, end] = [0, text.length]
  while (start < end && EDGE.test(text.charAt(start))) start += 1
  while (end > start && EDGE.test(text.charAt(end - 1))) end -= 1
  return text.slice(start, end)
}

/** A text of several lines as it was written, but without invisible marks, and with the same end for every line. */
export const linesText = (typed: string): string =>
  withoutEnds(withoutStrayJoiners(typed.replace(LINE_BREAK, '\n').replace(UNSEEN, '').replace(SPACE, ' ')))

/** One line of text, such as a name or a street. Its digits become 0 to 9, because offices read it on papers. */
export const lineText = (typed: string): string => plainDigits(linesText(typed)).replace(/\s/g, ' ')

/** A text that is read character by character: a number, code, telephone number, e-mail. Full-width letters and dashes become plain. */
export const codeText = (typed: string): string => lineText(typed.normalize('NFKC')).replace(DASH, '-').replace(/ +/g, ' ')

/** A code without its spaces. */
export const unspacedCode = (typed: string): string => codeText(typed).replaceAll(' ', '')
