const MARKER = 0xff
const START = 0xd8
const END = 0xd9
const START_OF_SCAN = 0xda
/** Adobe's segment about colours. Without it the picture would have other colours. */
const APP14 = 0xee
const isDescription = (code: number) => (code >= 0xe0 && code <= 0xef && code !== APP14) || code === 0xfe
/** Whether the code after a marker byte belongs to the packed picture: a plain byte, a restart or a fill byte. */
const isInside = (code: number) => code === 0 || (code >= 0xd0 && code <= 0xd7) || code === MARKER

/**
 * A JPEG without its descriptions (place, device, time, thumbnail, comments) and without data after its end, such as a second
 * picture. The picture itself does not change. Phones put pictures with all this into PDFs.
 * Bytes that are no JPEG come back unchanged.
 */
export function withoutJpegDescriptions(bytes: Uint8Array): Uint8Array {
  if (bytes[0] !== MARKER || bytes[1] !== START) return bytes
  const kept = [bytes.subarray(0, 2)]
  let at = 2
  while (at + 4 <= bytes.length && bytes[at] === MARKER) {
    const code = bytes[at + 1] ?? 0
    if (code === END) break
    if (code === MARKER) {
      at += 1
      continue
    }
    const segmentEnd = at + 2 + ((bytes[at + 2] ?? 0) << 8) + (bytes[at + 3] ?? 0)
    const end = code === START_OF_SCAN ? endOfScan(bytes, segmentEnd) : segmentEnd
    if (!isDescription(code)) kept.push(bytes.subarray(at, end))
    at = end
  }
  return Buffer.concat([...kept, Buffer.of(MARKER, END)])
}

function endOfScan(bytes: Uint8Array, start: number): number {
  for (let at = bytes.indexOf(MARKER, start); at >= 0; at = bytes.indexOf(MARKER, at + 1)) {
    if (!isInside(bytes[at + 1] ?? END)) return at
  }
  return bytes.length
}

const DESCRIBING_BOXES = new Set(['xml ', 'uuid', 'uinf', 'asoc'])

/** A JPEG 2000 file without the boxes that describe it. Bytes that are no such file come back unchanged. */
export function withoutJpeg2000Descriptions(bytes: Uint8Array): Uint8Array {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (buffer.length < 12 || buffer.toString('latin1', 4, 8) !== 'jP  ') return bytes
  const kept: Buffer[] = []
  for (let at = 0; at + 8 <= buffer.length;) {
    const length = buffer.readUInt32BE(at)
    // 0 means "until the end". 1 means that a length of 64 bits follows; no file here is so large that it needs the upper half.
    const end = length === 0 ? buffer.length : length === 1 && at + 16 <= buffer.length ? at + buffer.readUInt32BE(at + 12) : at + length
    if (end <= at + 7) return bytes
    if (!DESCRIBING_BOXES.has(buffer.toString('latin1', at + 4, at + 8))) kept.push(buffer.subarray(at, end))
    at = end
  }
  return Buffer.concat(kept)
}
