const [SPACE, PERCENT, PLUS, LAST] = [0x20, 0x25, 0x2b, 0x7e]

/** What each byte means as a digit of base 16; above 15 for those that are none. */
const DIGITS = Uint8Array.from({ length: 256 }, (_, byte) => {
  const digit = '0123456789abcdef'.indexOf(String.fromCharCode(byte).toLowerCase())
  return digit < 0 ? 0xff : digit
})

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/**
 * A text of a form as it was typed. The character of number zero, which nobody can see and no database keeps, is left out.
 * It goes byte by byte: to take a long text apart as text takes many times as long.
 * @returns null where it was not written as forms are
 */
export function plainText(sent: Buffer): string | null {
  const bytes = Buffer.allocUnsafe(sent.length)
  let length = 0
  for (let at = 0; at < sent.length; at++) {
    let byte = sent[at] ?? 0
    if (byte < SPACE || byte > LAST) return null
    if (byte === PLUS) byte = SPACE
    else if (byte === PERCENT) {
      const [high = 0xff, low = 0xff] = [DIGITS[sent[++at] ?? 0], DIGITS[sent[++at] ?? 0]]
      if (high > 15 || low > 15) return null
      byte = high * 16 + low
    }
    if (byte !== 0) bytes[length++] = byte
  }
  try {
    return UTF8.decode(bytes.subarray(0, length))
  } catch {
    return null
  }
}
