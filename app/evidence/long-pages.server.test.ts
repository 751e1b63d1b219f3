import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { degrees, PDFDocument } from '@cantoo/pdf-lib'
import sharp from 'sharp'
import { afterAll, describe, expect, test } from 'vitest'
import { renderPacket } from '#app/packet/render/render-packet.server.ts'
import type { CleanedFile } from './checked-file.ts'
import { cleanFile } from './clean-file.server.ts'
import { photo } from './testing/files.ts'
import { LONGEST_SIDE } from './limits.ts'
import { piecesOf } from './long-pages.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'long-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function cleaned(bytes: Uint8Array): Promise<CleanedFile> {
  const checked = await cleanFile(bytes)
  if (!checked.ok) throw new Error(checked.problem)
  return checked.file
}

const ask = (program: string, ...args: readonly string[]) => execFileSync(`/usr/bin/${program}`, [...args], { encoding: 'utf8' })

function kept(name: string, bytes: Uint8Array): string {
  const file = path.join(folder, name)
  writeFileSync(file, bytes)
  return file
}

/** A phone's conversation as one picture. The colour of each row encodes the row's number. */
function screenshot(width: number, height: number): Promise<Buffer> {
  const dots = Buffer.alloc(width * height * 3)
  for (let row = 0; row < height; row++) dots.fill(Buffer.of(row >> 8, row & 255, 90), row * width * 3, (row + 1) * width * 3)
  return sharp(dots, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer()
}

/** The numbers of the rows in each page's picture, read from their colours. */
async function rowsOfPages(pdf: Uint8Array): Promise<number[][]> {
  ask('pdfimages', '-png', kept('pages.pdf', pdf), path.join(folder, 'page'))
  const files = readdirSync(folder).filter(name => name.startsWith('page-'))
  return Promise.all(
    files.sort().map(async name => {
      const { data, info } = await sharp(path.join(folder, name)).raw().toBuffer({ resolveWithObject: true })
      return Array.from({ length: info.height }, (_, row) => {
        const at = row * info.width * info.channels
        return ((data[at] ?? 0) << 8) + (data[at + 1] ?? 0)
      })
    }),
  )
}

/** The printed width of each attached page, in inches. */
async function printedWidths(file: CleanedFile): Promise<number[]> {
  const exhibits = [{ ...file, id: 'a', kind: 'other' as const, title: '' }]
  const { pdf } = await renderPacket({ claim: {}, today: '2026-11-23', part: 'mail', exhibits })
  return ask('pdfimages', '-list', kept('packet.pdf', pdf))
    .split('\n')
    .map(line => line.trim().split(/\s+/))
    .filter(([page, , type]) => Number(page) > 0 && type === 'image')
    .map(row => Number(row[3]) / Number(row[12]))
}

describe('a long picture', () => {
  test('is cut into pages that show every row in order, and each begins with the end of the page before', async () => {
    const file = await cleaned(await screenshot(1_080, 19_300))
    expect({ format: file.format, pages: file.pages }).toEqual({ format: 'pdf', pages: 17 })
    const pages = await rowsOfPages(file.bytes)
    expect(pages).toHaveLength(17)
    expect(pages[0]?.[0]).toBe(0)
    expect(pages.at(-1)?.at(-1)).toBe(19_299)
    pages.forEach((rows, index) => {
      expect(rows).toEqual(Array.from(rows, (_, place) => (rows[0] ?? 0) + place))
      const before = pages[index - 1]
      if (before) expect((before.at(-1) ?? 0) - (rows[0] ?? 0)).toBeGreaterThan(100)
    })
  }, 30_000)

  test('is printed as wide as the sheet', async () => {
    const widths = await printedWidths(await cleaned(await screenshot(1_080, 7_000)))
    expect(widths).toHaveLength(6)
    for (const width of widths) expect(width).toBeCloseTo(7.5, 1)
  }, 30_000)

  test('from a camera held sideways is cut in its upright position', async () => {
    const lying = photo(4_000, 600).withMetadata({ orientation: 6 }).jpeg()
    expect(await cleaned(await lying.toBuffer())).toMatchObject({ format: 'pdf', pages: 6 })
  })

  test('that is wider than a sheet needs is made smaller', async () => {
    const { bytes } = await cleaned(await photo(4_000, 13_000).jpeg().toBuffer())
    const [page] = (await PDFDocument.load(bytes)).getPages()
    expect(page?.getSize()).toEqual({ width: LONGEST_SIDE / 1.2, height: LONGEST_SIDE })
  })

  test('that would give more pages than allowed is refused', async () => {
    expect(await cleanFile(await photo(10, 1_200).png().toBuffer())).toEqual({ ok: false, problem: 'too-many-pages' })
    expect(await cleanFile(await photo(1, 60_000).png().toBuffer())).toEqual({ ok: false, problem: 'too-many-pages' })
  })

  test('is more than three times as long as wide, so a phone’s screen stays whole', async () => {
    expect(await cleaned(await photo(1_080, 2_400).png().toBuffer())).toMatchObject({ format: 'png', pages: 1 })
    expect(await cleaned(await photo(1_080, 3_241).png().toBuffer())).toMatchObject({ format: 'pdf', pages: 3 })
  })
})

describe('a long page of a PDF', () => {
  /** A web page as a phone saves it: as one page of any length. */
  async function webPage(turned: boolean): Promise<Uint8Array> {
    const document = await PDFDocument.create()
    const page = document.addPage(turned ? [4_000, 400] : [400, 4_000])
    for (let line = 1; line <= 99; line++) {
      const down = line * 40
      page.drawText(`Line ${line}.`, turned ? { x: down, y: 20, size: 20, rotate: degrees(90) } : { x: 20, y: 4_000 - down, size: 20 })
    }
    if (turned) page.setRotation(degrees(90))
    return document.save()
  }

  test.each([false, true])('is cut into pages that hold every line in order (lying on its side: %s)', async turned => {
    const { bytes, pages } = await cleaned(await webPage(turned))
    expect(pages).toBe(piecesOf(400, 4_000).length)
    const texts = ask('pdftotext', kept('web.pdf', bytes), '-').split('\f').slice(0, pages)
    const lines = texts.map(text => [...text.matchAll(/Line (\d+)\./g)].map(([, number]) => Number(number)))
    expect([...new Set(lines.flat())]).toEqual(Array.from({ length: 99 }, (_, index) => index + 1))
    for (const page of lines) expect(page.length).toBeLessThan(15)
  })

  test('is copied into the packet once, although its pieces share it', async () => {
    const noise = await sharp({
      create: { width: 300, height: 3_000, channels: 3, background: '#fff', noise: { type: 'gaussian', mean: 128, sigma: 60 } },
    })
      .jpeg()
      .toBuffer()
    const document = await PDFDocument.create()
    document.addPage([300, 3_000]).drawImage(await document.embedJpg(noise), { x: 0, y: 0, width: 300, height: 3_000 })
    const file = await cleaned(await document.save())
    expect(file.pages).toBe(10)
    const exhibits = [{ ...file, id: 'a', kind: 'other' as const, title: '' }]
    const { pdf } = await renderPacket({ claim: {}, today: '2026-11-23', part: 'mail', exhibits })
    const { pdf: without } = await renderPacket({ claim: {}, today: '2026-11-23', part: 'mail' })
    expect(pdf.length - without.length).toBeLessThan(1.5 * noise.length)
  })
})
