const [SPACE, PERCENT, PLUS, LAST] = [0x20, 0x25, 0x2b, 0x7e]

/** The value of each byte as a hexadecimal digit; above 15 for bytes that are none. */
const DIGITS = Uint8Array.from({ length: 256 }, (_, byte) => {
  const digit = '0123456789abcdef'.indexOf(String.fromCharCode(byte).toLowerCase())
  return digit < 0 ? 0xff : digit
})

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/**
 * Decodes a text of a form to what was typed, without the character NUL, which is invisible and which no database stores. It works byte by
 * byte, because decoding a long text as a string takes many times as long.
 * @returns null where the text is not encoded as forms are
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
