import { degrees, PDFDocument } from '@cantoo/pdf-lib'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import type { ExhibitFile } from '#app/packet/exhibit.ts'
import { renderPacket, type PacketOrder } from '#app/packet/render/render-packet.server.ts'
import { askOf, pagesOf } from '../testing/read-pdf.ts'

/** An invented paper with this many pages. Each page says its number, and every second one lies on its side. */
async function paper(pages: number): Promise<Uint8Array> {
  const file = await PDFDocument.create()
  for (let page = 1; page <= pages; page += 1) {
    const sheet = file.addPage([400, 500])
    sheet.drawText(`Inside page ${page}`, { x: 40, y: 250, size: 20 })
    if (page % 2 === 0) sheet.setRotation(degrees(90))
  }
  return file.save()
}

const picture = (format: 'jpeg' | 'png') =>
  sharp({ create: { width: 60, height: 40, channels: 3, background: '#0a4d49' } })
    [format]()
    .toBuffer()

const exhibit = (id: string, format: ExhibitFile['format'], bytes: Uint8Array, pages = 1): ExhibitFile => ({
  id,
  kind: 'other',
  title: '',
  pages,
  format,
  bytes,
})

async function order(...exhibits: ExhibitFile[]): Promise<PacketOrder> {
  return Promise.resolve({ claim: {}, today: '2026-11-23', part: 'mail', exhibits })
}

describe('attached papers', () => {
  test('keep their words and stand on pages of the packet, each under its stamp', async () => {
    const { pdf } = await renderPacket(await order(exhibit('a', 'jpeg', await picture('jpeg')), exhibit('b', 'pdf', await paper(5), 5)))
    const pages = pagesOf(pdf)
    for (let page = 1; page <= 5; page += 1) {
      const words = pages.find(text => text.includes(`Exhibit B, page ${page} of 5`) && text.includes('To mail'))
      expect(words, String(page)).toContain(`Inside page ${page}`)
    }
    expect(askOf(pdf, 'qpdf', '--check', '$').status).toBe(0)
  })

  test('are figures in the structure, and the rest of the structure stays', async () => {
    const { pdf } = await renderPacket(await order(exhibit('a', 'png', await picture('png')), exhibit('b', 'pdf', await paper(2), 2)))
    const tree = askOf(pdf, 'pdfinfo', '-struct', '$').text
    expect(tree.match(/Figure/g)).toHaveLength(3)
    expect(tree).toMatch(/TOC[^]*Table[^]*Figure/)
    const objects = askOf(pdf, 'qpdf', '--qdf', '--object-streams=disable', '$', '-').text
    expect(objects).toMatch(/\/Alt \(Exhibit B, page 2 of 2: /)
    expect(objects.match(/\/Subtype \/Image/g)).toHaveLength(1)
  })

  test('that cannot be read are replaced by a sentence, and the rest is still made', async () => {
    const locked = await PDFDocument.create()
    locked.addPage()
    locked.encrypt({ userPassword: 'unknown' })
    const { pdf } = await renderPacket(
      await order(
        exhibit('a', 'pdf', Buffer.from('%PDF-1.7 and nothing else')),
        exhibit('b', 'pdf', await locked.save()),
        exhibit('c', 'png', Buffer.from('no picture')),
        exhibit('d', 'pdf', await paper(1), 2),
      ),
    )
    const pages = pagesOf(pdf)
    for (const stamp of ['Exhibit A, page 1 of 1', 'Exhibit B, page 1 of 1', 'Exhibit C, page 1 of 1', 'Exhibit D, page 2 of 2']) {
      expect(
        pages.find(text => text.trimStart().startsWith(stamp)),
        stamp,
      ).toContain('could not be shown here')
    }
    expect(pages.find(text => text.includes('Inside page 1'))).toContain('Exhibit D, page 1 of 2')
  })

  test('are locked by the same password as the rest', async () => {
    const { pdf } = await renderPacket({ ...(await order(exhibit('a', 'pdf', await paper(1)))), password: 'four plain words' })
    expect(askOf(pdf, 'qpdf', '--check', '--password=four plain words', '$').status).toBe(0)
    expect(askOf(pdf, 'pdftotext', '-upw', 'four plain words', '$', '-').text).toContain('Inside page 1')
    expect(askOf(pdf, 'pdftotext', '$', '-').text).not.toContain('Inside page 1')
  })
})
