const DIGIT = /^\p{Nd}$/u

/**
 * The value of one decimal digit. Unicode keeps the ten digits of a script side by side, zero first, and sets that touch each other
 * begin with a zero, too (The Unicode Standard, section 4.6), so no table of scripts is needed.
 */
function findValue(digit: string): string {
  const code = digit.codePointAt(0) ?? 0
  let first = code
  while (DIGIT.test(String.fromCodePoint(first - 1))) first -= 1
  return String((code - first) % 10)
}

/** Values of the digits that were met: a long text has many of the same. */
const known = new Map<string, string>()

function valueOf(digit: string): string {
  const value = known.get(digit) ?? findValue(digit)
  known.set(digit, value)
  return value
}

/** The text with the decimal digits of every script (Arabic, Farsi, Devanagari, Khmer, full width …) as 0 to 9. */
export const plainDigits = (text: string): string => text.replace(/(?![0-9])\p{Nd}/gu, valueOf)
