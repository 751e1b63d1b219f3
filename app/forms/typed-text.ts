import { plainDigits } from '#machines/text/digits.ts'

/**
 * What people type and paste, made plain: once for all forms. A form that comes back with something to correct still shows what was
 * typed; only what is read goes through here.
 */

/** Ends of lines of every system; U+000B is the soft one of word processors. */
const LINE_BREAK = /\r\n?|[\u000b\u000c\u0085\u2028\u2029]/g
/** Marks that nobody sees and no word needs: soft hyphens, directions that come with pasted text, marks of a file's beginning. */
const UNSEEN = /[\u00ad\u061c\u180e\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/g
/** Spaces with a width of their own. The ideographic space stays in a text of several lines, where it is an indent. */
const SPACE = /[\u00a0\u1680\u2000-\u200a\u202f\u205f]/g
/**
 * Marks of no width that belong to letters: Persian, Hindi and others join and part letters with them, Khmer, Lao and Thai end words.
 * At the ends and beside digits or plain Latin characters they mean nothing.
 */
const JOINERS = /[\u200b-\u200d]+/g
const PLAIN_NEIGHBOUR = /^[!-~\p{Nd}]/u
const EDGE = /[\s\u200b-\u200d]/
const DASH = /[\p{Pd}\u2212]/gu

// Whole runs are looked at, and the ends one by one: an expression that looks ahead would take hours for a long text of nothing.
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

/** Words of several lines, as they were written; only marks that nobody sees are gone, and every line ends alike. */
export const linesText = (typed: string): string =>
  withoutEnds(withoutStrayJoiners(typed.replace(LINE_BREAK, '\n').replace(UNSEEN, '').replace(SPACE, ' ')))

/** One line of text: a name, a street. It goes onto papers that offices read, so its digits are 0 to 9. */
export const lineText = (typed: string): string => plainDigits(linesText(typed)).replace(/\s/g, ' ')

/** What is read character by character: numbers, codes, telephone numbers, addresses of e-mail. Full-width letters and dashes of any kind become the plain ones. */
export const codeText = (typed: string): string => lineText(typed.normalize('NFKC')).replace(DASH, '-').replace(/ +/g, ' ')

/** A code however it was spaced. */
export const unspacedCode = (typed: string): string => codeText(typed).replaceAll(' ', '')
