import { inflateSync } from 'node:zlib'

const HEADER = { sfnt: 12, woff: 44 } as const
const ENTRY = { sfnt: 16, woff: 20 } as const

/**
 * Unpacks the font inside a WOFF file, table by table and without loss. Font libraries read the unpacked font many times faster.
 * @throws Error for anything but WOFF 1.0
 * @see https://www.w3.org/TR/WOFF/
 */
export function unwrapWoff(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('not a WOFF file')
  const count = woff.readUInt16BE(12)
  const head = Buffer.alloc(HEADER.sfnt + count * ENTRY.sfnt)
  const power = 2 ** Math.floor(Math.log2(count))
  head.writeUInt32BE(woff.readUInt32BE(4), 0)
  head.writeUInt16BE(count, 4)
  head.writeUInt16BE(power * ENTRY.sfnt, 6)
  head.writeUInt16BE(Math.log2(power), 8)
  head.writeUInt16BE((count - power) * ENTRY.sfnt, 10)
  const parts: Buffer[] = [head]
  let offset = head.length
  for (let index = 0; index < count; index += 1) {
    const from = HEADER.woff + index * ENTRY.woff
    const to = HEADER.sfnt + index * ENTRY.sfnt
    const start = woff.readUInt32BE(from + 4)
    const packed = woff.readUInt32BE(from + 8)
    const length = woff.readUInt32BE(from + 12)
    const bytes = woff.subarray(start, start + packed)
    woff.copy(head, to, from, from + 4)
    woff.copy(head, to + 4, from + 16, from + 20)
    head.writeUInt32BE(offset, to + 8)
    head.writeUInt32BE(length, to + 12)
    const padding = Buffer.alloc((4 - (length % 4)) % 4)
    parts.push(packed < length ? inflateSync(bytes) : bytes, padding)
    offset += length + padding.length
  }
  return Buffer.concat(parts)
}
