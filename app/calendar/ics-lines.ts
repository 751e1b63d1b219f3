/** The text of an iCalendar file (RFC 5545), as far as this program needs it. */

/** The most octets of a line, without its line end (section 3.1). */
const LINE_OCTETS = 75
const CONTROLS = /[\u0000-\u0009\u000b-\u001f\u007f]/gu

const encoder = new TextEncoder()

/** A value of the type TEXT (section 3.3.11): special characters are escaped and control characters are left out. */
export function escapeText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(CONTROLS, '')
    .replace(/[\\;,]/g, character => `\\${character}`)
    .replace(/\n/g, '\\n')
}

/** A content line, folded when it is too long. It is never folded inside a character, because some programs unfold by characters. */
export function foldLine(line: string): string {
  const parts: string[] = []
  let [part, octets] = ['', 0]
  for (const character of line) {
    const size = encoder.encode(character).length
    // A part that continues a line begins with a space, which counts as an octet.
    if (octets + size > LINE_OCTETS) {
      parts.push(part)
      ;[part, octets] = [' ', 1]
    }
    part += character
    octets += size
  }
  return [...parts, part].join('\r\n')
}

/** Content lines as one text, each with the line end that the standard requires. */
export function joinLines(lines: readonly string[]): string {
  return lines.map(line => `${foldLine(line)}\r\n`).join('')
}
