import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { degrees, PDFDocument, PDFName } from '@cantoo/pdf-lib'
import sharp from 'sharp'
import { afterAll, describe, expect, test } from 'vitest'
import { renderPacket } from '#app/packet/render/render-packet.server.ts'
import type { CleanedFile } from './checked-file.ts'
import { cleanFile } from './clean-file.server.ts'
import { HEIC, latin, onePage, phonePhoto, photo, plainPdf, pngChunk, rawStream, SECRET } from './testing/files.ts'
import { LONGEST_SIDE } from './limits.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'cleaned-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function cleaned(bytes: Uint8Array): Promise<CleanedFile> {
  const checked = await cleanFile(bytes)
  if (!checked.ok) throw new Error(checked.problem)
  return checked.file
}

const write = (name: string, bytes: Uint8Array) => {
  const file = path.join(folder, name)
  writeFileSync(file, bytes)
  return file
}

/** Everything in a PDF, unpacked by qpdf. */
function unpacked(bytes: Uint8Array): string {
  const out = path.join(folder, 'unpacked.pdf')
  execFileSync('/usr/bin/qpdf', ['--qdf', '--object-streams=disable', '--decode-level=all', write('packed.pdf', bytes), out])
  return readFileSync(out, 'latin1')
}

/** The visible part of a PDF's first page, in shades of grey. */
async function seen(bytes: Uint8Array): Promise<Buffer> {
  const file = write('seen.pdf', bytes)
  execFileSync('/usr/bin/pdftoppm', ['-r', '50', '-png', '-singlefile', '-cropbox', file, path.join(folder, 'seen')])
  return sharp(path.join(folder, 'seen.png')).flatten({ background: '#ffffff' }).greyscale().raw().toBuffer()
}

/** The mean difference of the first pages of two PDFs of the same size, in shades of 255. */
async function difference(one: Uint8Array, other: Uint8Array): Promise<number> {
  const [before, after] = [await seen(one), await seen(other)]
  expect(after).toHaveLength(before.length)
  return before.reduce((sum, shade, index) => sum + Math.abs(shade - (after[index] ?? 0)), 0) / before.length
}

const ACTIVE =
  /\/(JavaScript|JS|Launch|OpenAction|AA|URI|SubmitForm|GoToR|EmbeddedFile|EmbeddedFiles|Filespec|AcroForm|XFA|Annots|Names|Outlines|Metadata|Info|PieceInfo|OCProperties|Title|Author|Producer|Creator|CreationDate)\b/

/** PDFs with something hidden in them. Each holds {@link SECRET} in its hidden part. */
const HIDING: readonly (readonly [what: string, make: () => Uint8Array | Promise<Uint8Array>])[] = [
  [
    'its author, title and program',
    () =>
      plainPdf(1, pdf =>
        [pdf.setTitle(SECRET), pdf.setAuthor(SECRET), pdf.setProducer(SECRET), pdf.setCreator(SECRET)].forEach(() => undefined),
      ),
  ],
  [
    'a description in XML',
    () =>
      onePage(
        '/Contents 5 0 R',
        '/Metadata 4 0 R',
        rawStream('/Type /Metadata /Subtype /XML', latin(`<x:xmpmeta>${SECRET}</x:xmpmeta>`)),
        rawStream('', latin('0 0 50 50 re f')),
      ),
  ],
  ['a script that runs when it is opened', () => plainPdf(1, pdf => pdf.addJavaScript('main', `app.alert('${SECRET}')`))],
  ['a program that is started', () => onePage('', `/OpenAction << /Type /Action /S /Launch /F (${SECRET}.exe) >>`)],
  ['a page that starts a program when it is seen', () => onePage(`/AA << /O << /S /Launch /Win << /F (${SECRET}) >> >> >>`)],
  [
    'a link to a website',
    () =>
      onePage(
        `/Annots [<< /Type /Annot /Subtype /Link /Border [0 0 0] /Rect [0 0 90 90] /A << /S /URI /URI (https://${SECRET}.example) >> >>]`,
      ),
  ],
  ['a file inside', () => plainPdf(1, pdf => pdf.attach(latin(SECRET), `${SECRET}.txt`, { description: SECRET }))],
  [
    'a file attached to a note',
    () =>
      onePage(
        '/Annots [<< /Type /Annot /Subtype /FileAttachment /Rect [0 0 9 9] /FS 4 0 R >>]',
        '',
        `<< /Type /Filespec /F (${SECRET}) /EF << /F 5 0 R >> >>`,
        rawStream('/Type /EmbeddedFile', latin(SECRET)),
      ),
  ],
  [
    'an action behind a resource of the page',
    () =>
      onePage(
        '/Resources << /XObject << /X 4 0 R >> >> /Contents 6 0 R',
        '',
        rawStream('/Type /XObject /Subtype /Form /BBox [0 0 9 9] /PieceInfo << /P 5 0 R >> /Metadata 5 0 R', latin('0 0 9 9 re f')),
        `<< /S /JavaScript /JS (${SECRET}) >>`,
        rawStream('', latin('/X Do')),
      ),
  ],
  [
    'contents that refer to a file of the server',
    () =>
      onePage(
        '/Resources << /XObject << /X 4 0 R >> >>',
        '',
        rawStream(
          `/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /F (/etc/${SECRET})`,
          latin('x'),
        ),
      ),
  ],
  [
    'a program for old printers',
    () => onePage('/Resources << /XObject << /X 4 0 R >> >>', '', rawStream('/Type /XObject /Subtype /PS', latin(`(${SECRET}) run`))),
  ],
  ['pages that were removed from its list', () => onePage('', '', `<< /Type /Page /Hidden (${SECRET}) >>`)],
  ['something behind its end', async () => Buffer.concat([await plainPdf(), latin(`PK\x03\x04${SECRET}`)])],
  ['a web page before its beginning', async () => Buffer.concat([latin(`<script>${SECRET}</script>\n`), await plainPdf()])],
  [
    'a photo with place and device',
    () =>
      plainPdf(1, async pdf => pdf.getPage(0).drawImage(await pdf.embedJpg(await phonePhoto()), { x: 40, y: 160, width: 96, height: 64 })),
  ],
]

describe('a PDF', () => {
  test.each(HIDING)('loses %s and still looks the same', async (_what, make) => {
    const before = await make()
    const { bytes, format, pages } = await cleaned(before)
    expect({ format, pages }).toEqual({ format: 'pdf', pages: 1 })
    const everything = unpacked(bytes)
    expect(everything).not.toContain(SECRET)
    expect(everything).not.toMatch(ACTIVE)
    expect(everything).not.toContain('Exif')
    expect(await difference(before, bytes)).toBeLessThan(1)
  })

  test('keeps its pages upright and cropped as they were', async () => {
    const before = await plainPdf(3, pdf => {
      pdf.getPage(0).setRotation(degrees(90))
      pdf.getPage(0).setCropBox(20, 40, 200, 330)
      pdf.getPage(1).setRotation(degrees(-90))
    })
    const { bytes, pages } = await cleaned(before)
    expect(pages).toBe(3)
    const after = await PDFDocument.load(bytes)
    expect(after.getPages().map(page => [page.getRotation().angle, page.getSize()])).toEqual([
      [0, { width: 330, height: 200 }],
      [0, { width: 400, height: 300 }],
      [0, { width: 300, height: 400 }],
    ])
    expect(after.getPage(0).node.has(PDFName.of('CropBox'))).toBe(false)
    expect(await difference(before, bytes)).toBeLessThan(2)
  })

  test('keeps the filled-in values of its form as plain ink, and hidden stamps stay hidden', async () => {
    const before = await plainPdf(1, pdf => {
      const field = pdf.getForm().createTextField('name')
      field.setText('Filled in')
      field.addToPage(pdf.getPage(0), { x: 50, y: 200, width: 150, height: 30 })
      const box = pdf.getForm().createCheckBox('box')
      box.addToPage(pdf.getPage(0), { x: 50, y: 260, width: 20, height: 20 })
      box.check()
    })
    const { bytes } = await cleaned(before)
    expect(unpacked(bytes)).toMatch(/<46696C6C656420696E>|Filled in/i)
    expect(await difference(before, bytes)).toBeLessThan(1)
    const hidden = onePage(
      '/Annots [<< /Type /Annot /Subtype /Stamp /F 2 /Rect [0 0 90 90] /AP << /N 4 0 R >> >>]',
      '',
      rawStream('/BBox [0 0 9 9]', latin('0 0 9 9 re f')),
    )
    expect(await difference(hidden, (await cleaned(hidden)).bytes)).toBe(0)
  })

  test('keeps drawings that have the names of removed things, beside a list of very many numbers', async () => {
    const square = rawStream('/Type /XObject /Subtype /Form /BBox [0 0 99 99]', latin('0 0 90 90 re f'))
    const names = ['JS', 'EF', 'F', 'Metadata', 'OC'].map(name => `/${name} 4 0 R`).join(' ')
    const before = onePage(
      `/Resources << /XObject << ${names} >> /Many [${'1 '.repeat(200_000)}] >> /Contents 5 0 R`,
      '',
      square,
      rawStream('', latin('/JS Do 1 0 0 1 100 0 cm /EF Do 1 0 0 1 0 100 cm /F Do 1 0 0 1 0 100 cm /Metadata Do /OC Do')),
    )
    expect(await difference(before, (await cleaned(before)).bytes)).toBeLessThan(1)
    expect((await seen(before)).filter(shade => shade < 10).length).toBeGreaterThan(5_000)
  })

  test.each([
    ['RC4 with 40 bits', '40', ['--print=n', '--modify=n', '--extract=n', '--annotate=n']],
    ['RC4 with 128 bits', '128', ['--print=none', '--modify=none', '--extract=n', '--use-aes=n']],
    ['AES with 128 bits', '128', ['--print=none', '--modify=none', '--extract=n', '--use-aes=y']],
    ['AES with 256 bits', '256', ['--print=none', '--modify=none', '--extract=n']],
  ])('keeps its pages when it is locked without a password, by %s', async (_, bits, forbidden) => {
    const before = await plainPdf(2, pdf => pdf.setTitle(SECRET))
    const [from, to] = [write('open.pdf', before), path.join(folder, 'locked.pdf')]
    execFileSync('/usr/bin/qpdf', ['--allow-weak-crypto', from, '--encrypt', '', 'owner', bits, ...forbidden, '--', to])
    const { bytes, format, pages } = await cleaned(readFileSync(to))
    expect({ format, pages }).toEqual({ format: 'pdf', pages: 2 })
    expect(await difference(before, bytes)).toBeLessThan(1)
    expect(unpacked(bytes)).not.toMatch(new RegExp(`${SECRET}|/Encrypt`))
  })

  test('keeps its pages when its lock needs no password and forbids everything', async () => {
    const lock = { userPassword: '', ownerPassword: 'owner', permissions: {} }
    const { bytes } = await cleaned(await plainPdf(1, pdf => pdf.encrypt(lock)))
    expect(await difference(await plainPdf(1), bytes)).toBeLessThan(1)
  })

  test('keeps a page whose contents have several parts, one of them used twice', async () => {
    const before = onePage('/Contents [4 0 R 5 0 R 4 0 R]', '', rawStream('', latin('q 0 0 100 100 re')), rawStream('', latin('f Q')))
    expect(await difference(before, (await cleaned(before)).bytes)).toBeLessThan(1)
  })
})

describe('a picture', () => {
  test('from a phone is upright and has lost its place, device and time', async () => {
    const before = await phonePhoto()
    expect(before.includes('Exif')).toBe(true)
    expect(before.includes(SECRET)).toBe(true)
    const { bytes, format, pages } = await cleaned(before)
    expect({ format, pages }).toEqual({ format: 'jpeg', pages: 1 })
    const { width, height, exif, xmp, icc, iptc, orientation } = await sharp(bytes).metadata()
    expect({ width, height, exif, xmp, icc, iptc, orientation }).toEqual({ width: 64, height: 96 })
    for (const mark of ['Exif', SECRET, 'GPS', 'http']) expect(Buffer.from(bytes).includes(mark), mark).toBe(false)
    // The blue corner is now at the other side.
    const corner = await sharp(bytes).extract({ left: 60, top: 2, width: 1, height: 1 }).raw().toBuffer()
    expect(corner[2]).toBeGreaterThan(150)
  })

  test('from an iPhone in HEIC becomes a JPEG', async () => {
    const { bytes, format } = await cleaned(HEIC)
    expect(format).toBe('jpeg')
    const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true })
    expect([info.width, info.height]).toEqual([48, 32])
    expect(Math.abs((data[0] ?? 0) - 200)).toBeLessThan(8)
  })

  test('in PNG stays a PNG without texts, transparency and further pictures', async () => {
    const text = pngChunk('tEXt', Buffer.from(`Comment\0${SECRET}`))
    const moving = Buffer.concat([pngChunk('acTL', Buffer.from([0, 0, 0, 1, 0, 0, 0, 0]))])
    const plain = await sharp({ create: { width: 40, height: 30, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } })
      .png()
      .toBuffer()
    const head = 8 + 25
    const before = Buffer.concat([plain.subarray(0, head), text, moving, plain.subarray(head), latin(`<?php ${SECRET}`)])
    const { bytes, format } = await cleaned(before)
    expect(format).toBe('png')
    expect(Buffer.from(bytes).includes(SECRET)).toBe(false)
    const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true })
    expect(info.channels).toBe(3)
    expect(data[0]).toBe(255)
  })

  test('with an archive behind it loses the archive', async () => {
    const { bytes } = await cleaned(Buffer.concat([await photo().jpeg().toBuffer(), latin(`PK\x03\x04${SECRET}`)]))
    expect(Buffer.from(bytes).includes(SECRET)).toBe(false)
    expect(Buffer.from(bytes).includes('PK\x03\x04')).toBe(false)
  })

  test('in CMYK, in grey, with 16 bits or of one dot is accepted and becomes sRGB', async () => {
    const odd = [
      photo().toColourspace('cmyk').jpeg(),
      photo().greyscale().jpeg(),
      photo().toColourspace('rgb16').png(),
      photo(1, 1).png(),
      photo().png({ palette: true }),
      photo().jpeg({ progressive: true }),
    ]
    for (const picture of odd) {
      const { space, depth } = await sharp((await cleaned(await picture.toBuffer())).bytes).metadata()
      expect({ space, depth }).toEqual({ space: 'srgb', depth: 'uchar' })
    }
  })

  test('larger than a sheet needs is made smaller', async () => {
    const { width, height } = await sharp((await cleaned(await photo(6_000, 3_000).jpeg().toBuffer())).bytes).metadata()
    expect([width, height]).toEqual([LONGEST_SIDE, LONGEST_SIDE / 2])
  })
})

test('cleaned files can be put into a packet', async () => {
  const files = [
    await cleaned(await plainPdf(2)),
    await cleaned(await phonePhoto()),
    await cleaned(await photo().png().toBuffer()),
    await cleaned(HEIC),
  ]
  const exhibits = files.map((file, index) => ({ ...file, id: `paper-${index}`, kind: 'medical_records' as const, title: '' }))
  const { pdf } = await renderPacket({ claim: {}, today: '2026-11-23', part: 'mail', exhibits })
  expect((await PDFDocument.load(pdf)).getPageCount()).toBeGreaterThan(5)
})
