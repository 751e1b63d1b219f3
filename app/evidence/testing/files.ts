import { deflateSync } from 'node:zlib'
import { PDFDocument, rgb } from '@cantoo/pdf-lib'
import sharp from 'sharp'

/** A word in the hidden parts of files for tests. No cleaned file may contain it. */
export const SECRET = 'CalleInventada12'

/** The bytes of a text, one for each character. */
export const latin = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))

/** A PDF made by hand from its objects, which are numbered from 1. The first object is the catalog. */
export function rawPdf(objects: readonly (string | Uint8Array)[], trailer = ''): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')]
  const offsets: number[] = []
  let at = parts[0]!.length
  objects.forEach((object, index) => {
    const part = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(object as string, 'latin1'), Buffer.from('\nendobj\n')])
    offsets.push(at)
    at += part.length
    parts.push(part)
  })
  const table = offsets.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  parts.push(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${at}\n%%EOF\n`,
    ),
  )
  return new Uint8Array(Buffer.concat(parts))
}

/** A stream object with packed contents. */
export function rawStream(dict: string, contents: Uint8Array): Uint8Array {
  return new Uint8Array(
    Buffer.concat([Buffer.from(`<< ${dict} /Length ${contents.length} >>\nstream\n`), contents, Buffer.from('\nendstream')]),
  )
}

const PAGE = '/Type /Page /Parent 2 0 R /MediaBox [0 0 300 400]'

/** A PDF of one page made by hand, with more keys for its page and its catalog, and with more objects from number 4 on. */
export const onePage = (page = '', catalog = '', ...more: readonly (string | Uint8Array)[]) =>
  rawPdf([`<< /Type /Catalog /Pages 2 0 R ${catalog} >>`, '<< /Type /Pages /Kids [3 0 R] /Count 1 >>', `<< ${PAGE} ${page} >>`, ...more])

/** A plain PDF with a line of text on each page. */
export async function plainPdf(pages = 1, change: (document: PDFDocument) => void | Promise<void> = () => undefined): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  for (let page = 1; page <= pages; page++) {
    const sheet = document.addPage([300, 400])
    sheet.drawRectangle({ x: 40, y: 60, width: 120, height: 90, color: rgb(0.1, 0.4, 0.7) })
    sheet.drawText(`Example clinic, page ${page}`, { x: 40, y: 340, size: 16 })
  }
  await change(document)
  return document.save()
}

/** A photo of two colours, by default wider than high. */
export const photo = (width = 96, height = 64) =>
  sharp({ create: { width, height, channels: 3, background: '#c8281e' } }).composite([
    {
      input: { create: { width: Math.ceil(width / 2), height: Math.ceil(height / 2), channels: 3, background: '#1e50c8' } },
      gravity: 'northwest',
    },
  ])

/** A JPEG as a phone takes it, lying on its side and with place, device and words in it. */
export const phonePhoto = () =>
  photo()
    .withExif({
      IFD0: { Make: SECRET, Model: SECRET, ImageDescription: SECRET },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '34/1 3/1 0/1', GPSLongitudeRef: 'W', GPSLongitude: '118/1 14/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()

/** A HEIC picture of 48 by 32 dots in one colour, as from an iPhone. */
export const HEIC = new Uint8Array(
  Buffer.from(
    'AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAa1tZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAAA5waXRtAAAAAAACAAAAEGlkYXQAAAAAADAAIAAAADhpbG9jAQAAAERAAAIAAQAAAAAAAAHRAAEAAAAAAAAAGgACAAEAAAAAAAAAAQAAAAAAAAAIAAAAOGlpbmYAAAAAAAIAAAAVaW5mZQIAAAEAAQAAaHZjMQAAAAAVaW5mZQIAAAAAAgAAZ3JpZAAAAADYaXBycAAAALZpcGNvAAAAdmh2Y0MBA3AAAAAAAAAAAAAe8AD8/fj4AAAPAyAAAQAYQAEMAf//A3AAAAMAkAAAAwAAAwAeugJAIQABACpCAQEDcAAAAwCQAAADAAADAB6gIIEFlurkprm4EBAwIAAAAwAgAAADACEiAAEABkQBwXPAiQAAABRpc3BlAAAAAAAAAEAAAABAAAAAFGlzcGUAAAAAAAAAMAAAACAAAAAQcGl4aQAAAAADCAgIAAAAGmlwbWEAAAAAAAAAAgABAoECAAICA4QAAAAaaXJlZgAAAAAAAAAOZGltZwACAAEAAQAAACJtZGF0AAAAFigBr1jm9Oq//+J8//o2kh8eQnkanfA=',
    'base64',
  ),
)

/** A PNG whose header claims this size, with almost no data. */
export function pngOfSize(width: number, height: number): Uint8Array {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  return new Uint8Array(
    Buffer.concat([
      Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
      pngChunk('IHDR', head),
      pngChunk('IDAT', deflateSync(Buffer.alloc(1_000))),
      pngChunk('IEND', Buffer.alloc(0)),
    ]),
  )
}

/** One chunk of a PNG. */
export function pngChunk(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

/** The checksum of PNG. Node has its own from version 22 on. */
function crc32(bytes: Uint8Array): number {
  let sum = ~0
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0)
  }
  return ~sum >>> 0
}
