import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { getTranslate } from '#app/i18n/resources.server.ts'
import { FILE_PROBLEMS, type FileProblem } from './checked-file.ts'
import { cleanFile } from './clean-file.server.ts'
import { latin, onePage, phonePhoto, photo, plainPdf, pngOfSize, rawPdf, rawStream } from './testing/files.ts'
import { MOST_FILE_BYTES, MOST_PAGES } from './limits.ts'

const cut = (bytes: Uint8Array, share: number) => bytes.subarray(0, Math.floor(bytes.length * share))
const locked = () => plainPdf(1, document => document.encrypt({ userPassword: 'secret', ownerPassword: 'owner' }))
const zip = latin('PK\x03\x04\x14\x00\x00\x00\x00\x00hello.txt')

/** Files that cannot be attached, each with its problem. */
const REFUSED: readonly (readonly [what: string, problem: FileProblem, make: () => Uint8Array | Promise<Uint8Array>])[] = [
  ['nothing at all', 'empty', () => new Uint8Array()],
  ['one byte more than allowed', 'too-big', () => new Uint8Array(MOST_FILE_BYTES + 1)],
  ['a web page', 'kind-of-file', () => latin('<!doctype html><script>alert(1)</script>')],
  ['a drawing with a script', 'kind-of-file', () => latin('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
  ['an archive', 'kind-of-file', () => zip],
  ['a Windows program', 'kind-of-file', () => latin(`MZ${'\0'.repeat(200)}`)],
  ['a Linux program', 'kind-of-file', () => latin(`\x7fELF\x02\x01\x01${'\0'.repeat(100)}`)],
  ['plain text', 'kind-of-file', () => latin('Not a paper.')],
  ['zeros', 'kind-of-file', () => new Uint8Array(4_096)],
  ['a picture of another format', 'kind-of-file', () => photo().webp().toBuffer()],
  ['a moving picture', 'kind-of-file', () => photo().gif().toBuffer()],
  ['a picture that is also a PDF', 'kind-of-file', async () => Buffer.concat([await photo().gif().toBuffer(), await plainPdf()])],
  ['half a JPEG', 'damaged', async () => cut(await photo(600, 400).jpeg().toBuffer(), 0.5)],
  ['the first bytes of a JPEG', 'damaged', async () => cut(await phonePhoto(), 0.05)],
  ['half a PNG', 'damaged', async () => cut(await photo(600, 400).png({ compressionLevel: 0 }).toBuffer(), 0.5)],
  [
    'a PNG with broken contents',
    'damaged',
    async () => (await photo(600, 400).png({ compressionLevel: 0 }).toBuffer()).fill(0xff, 200, 5_000),
  ],
  ['a PNG that would fill the memory', 'too-large-picture', () => pngOfSize(60_000, 60_000)],
  ['a JPEG that would fill the memory', 'too-large-picture', async () => withJpegSize(await photo().jpeg().toBuffer(), 60_000, 60_000)],
  ['half a PDF', 'damaged', async () => cut(await plainPdf(3), 0.5)],
  ['a PDF without its pages', 'damaged', () => rawPdf(['<< /Type /Catalog >>'])],
  ['a PDF of noise', 'damaged', () => latin(`%PDF-1.7\n${'\x8f\x01 9 0 obj <<'.repeat(500)}\n%%EOF`)],
  ['a PDF that needs a password', 'locked', () => locked()],
  ['a PDF with no pages', 'no-pages', () => rawPdf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [] /Count 0 >>'])],
  [
    'a PDF whose pages lead back to themselves',
    'damaged',
    () =>
      rawPdf([
        '<< /Type /Catalog /Pages 2 0 R >>',
        '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
        '<< /Type /Pages /Parent 2 0 R /Kids [2 0 R] /Count 1 >>',
      ]),
  ],
  ['a PDF that lists a few pages again and again', 'too-many-pages', manyTimes],
  ['a PDF with one page too many', 'too-many-pages', () => plainPdf(MOST_PAGES + 1)],
  ['a PDF of thousands of pages', 'too-many-pages', () => plainPdf(3_000)],
  [
    'a PDF with a page that inherits endlessly',
    'damaged',
    () =>
      rawPdf([
        '<< /Type /Catalog /Pages 2 0 R >>',
        '<< /Type /Pages /Kids [3 0 R] /Count 1 /Parent 2 0 R >>',
        '<< /Type /Page /Parent 2 0 R >>',
      ]),
  ],
  [
    'a PDF with a page of no size',
    'damaged',
    () =>
      rawPdf([
        '<< /Type /Catalog /Pages 2 0 R >>',
        '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 0 0] >>',
      ]),
  ],
  [
    'a PDF with a page that is miles long',
    'damaged',
    () =>
      rawPdf([
        '<< /Type /Catalog /Pages 2 0 R >>',
        '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9000000 9000000] >>',
      ]),
  ],
  ['a PDF of deeply nested arrays', 'damaged', () => onePage(`/Resources << /Deep ${'['.repeat(200_000)}${']'.repeat(200_000)} >>`)],
  ['a PDF of deeply nested dictionaries', 'damaged', () => onePage(`/Resources ${'<< /D '.repeat(100_000)}1${' >>'.repeat(100_000)}`)],
  [
    'a form that only one program can draw',
    'not-flat',
    () => onePage('', '/NeedsRendering true /AcroForm << /XFA 4 0 R >>', rawStream('', latin('<xdp/>'))),
  ],
  [
    'a form with an answer that has no drawing',
    'not-flat',
    () => onePage('/Annots [<< /Type /Annot /Subtype /Widget /FT /Tx /V (an answer) /Rect [0 0 100 20] >>]'),
  ],
  [
    'a note that has no drawing',
    'not-flat',
    () => onePage('/Annots [<< /Type /Annot /Subtype /FreeText /Contents (a note) /Rect [0 0 100 20] >>]'),
  ],
  [
    'a PDF with a hidden layer',
    'not-flat',
    () => onePage('', '/OCProperties << /OCGs [4 0 R] /D << /OFF [4 0 R] >> >>', '<< /Type /OCG /Name (hidden) >>'),
  ],
  [
    'a page that would fill the memory',
    'damaged',
    () =>
      onePage(
        `/Contents [${'4 0 R '.repeat(40)}]`,
        '',
        rawStream('/Filter [/FlateDecode /FlateDecode]', deflateSync(deflateSync(Buffer.alloc(200_000_000)))),
      ),
  ],
  [
    'a page packed in a way that does not exist',
    'damaged',
    () => onePage('/Contents 4 0 R', '', rawStream('/Filter /NoSuchFilter', latin('x'))),
  ],
  [
    'a script in a file that begins like an iPhone picture',
    'damaged',
    () => latin(`\0\0\0\x18ftypheic\0\0\0\0mif1heic<script>alert(1)</script>`),
  ],
]

/** A page tree in which every node lists the next one ten times, so that a few lines make 10^20 pages. */
function manyTimes(): Uint8Array {
  const levels = 20
  const node = (index: number) => `<< /Type /Pages /Kids [${`${index + 1} 0 R `.repeat(10)}] /Count 10 >>`
  return rawPdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    ...Array.from({ length: levels }, (_, level) => node(level + 2)),
    `<< /Type /Page /Parent ${levels + 1} 0 R /MediaBox [0 0 9 9] >>`,
  ])
}

/** A JPEG whose header claims this size. */
function withJpegSize(bytes: Buffer, width: number, height: number): Buffer {
  const frame = bytes.findIndex((byte, at) => byte === 0xff && bytes[at + 1] === 0xc0)
  bytes.writeUInt16BE(height, frame + 5)
  bytes.writeUInt16BE(width, frame + 7)
  return bytes
}

describe('cleaning', () => {
  test.each(REFUSED)('refuses %s as %s', async (_what, problem, make) => {
    expect(await cleanFile(await make())).toEqual({ ok: false, problem })
  })

  test('has a different sentence for each problem, in both languages', () => {
    expect(new Set(REFUSED.map(([, problem]) => problem))).toEqual(new Set(FILE_PROBLEMS.filter(problem => problem !== 'too-hard')))
    for (const language of ['en', 'es'] as const) {
      const sentences = FILE_PROBLEMS.map(problem => getTranslate(language)(`evidence:problem.${problem}`, { megabytes: 20, pages: 100 }))
      expect(new Set(sentences).size).toBe(FILE_PROBLEMS.length)
    }
  })
})

test('cleaning refuses a PDF with a picture that is packed too often', async () => {
  const packed = deflateSync(deflateSync(Buffer.from(await phonePhoto())))
  const image = rawStream(
    '/Type /XObject /Subtype /Image /Width 96 /Height 64 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter [/FlateDecode /FlateDecode /DCTDecode]',
    packed,
  )
  expect(await cleanFile(onePage('/Resources << /XObject << /I 4 0 R >> >>', '', image))).toEqual({ ok: false, problem: 'damaged' })
})
