import { PDFArray, PDFDict, PDFDocument, PDFName, type PDFRef } from '@cantoo/pdf-lib'
import { describe, expect, test } from 'vitest'
import { renderView } from '#app/packet/render/render-packet.server.ts'
import type { Block } from '../sheet.ts'
import { pagesOf, structureOf } from './testing/read-pdf.ts'
import { sheetOf, viewOf } from './testing/view.ts'

const lines = (count: number): Block[] => Array.from({ length: count }, () => ({ kind: 'paragraph', text: 'Words.' }))
const view = viewOf(
  'en',
  [
    sheetOf('contents', 'en', [
      {
        kind: 'contents',
        entries: [
          { sheet: 'long', text: 'The long one' },
          { sheet: 'short', text: 'The short one' },
          { sheet: 'away', text: 'Not here' },
        ],
      },
    ]),
    sheetOf('long', 'en', [...lines(60)], { title: 'Title of the long one' }),
    sheetOf('short', 'en', lines(1), { title: 'Title of the short one' }),
  ],
  [
    sheetOf('own', 'en', [{ kind: 'contents', entries: [{ sheet: 'after', text: 'Own sheet' }] }]),
    sheetOf('after', 'en', [{ kind: 'paragraph', text: 'Words.', paths: ['victim.firstName'] }]),
  ],
)

describe('the table of contents', () => {
  test('names the page on which each sheet begins, and links to it', async () => {
    const { pdf, pages } = await renderView(view, { part: 'both' })
    const read = pagesOf(pdf, '-layout')
    const pageOf = (words: string) => read.findIndex(page => page.includes(words)) + 1
    expect(pageOf('Title of the long one')).toBe(2)
    expect(read[0]).toMatch(/The long one +2\n/)
    expect(read[0]).toMatch(new RegExp(`The short one +${pageOf('Title of the short one')}\\n`))
    expect(read[0]).toMatch(/Not here\n/)
    // The part to keep has page numbers of its own.
    expect(read[pages.mail + 1]).toMatch(/Own sheet +2\n/)

    const file = await PDFDocument.load(pdf)
    const targets = file
      .getPage(0)
      .node.Annots()
      ?.asArray()
      .map(ref => {
        const target = file.context.lookup(ref, PDFDict).lookup(PDFName.of('Dest'), PDFArray).get(0) as PDFRef
        return file.getPages().findIndex(page => page.ref === target) + 1
      })
    expect(targets).toEqual([2, pageOf('Title of the short one')])
    expect(structureOf(pdf).filter(line => line.trim().startsWith('Link'))).toHaveLength(4)
  })

  test('is in the outline of the file too, with a bookmark for each sheet', async () => {
    const { pdf } = await renderView(view, { part: 'mail' })
    const file = await PDFDocument.load(pdf)
    const outlines = file.catalog.lookup(PDFName.of('Outlines'), PDFDict)
    const titles: string[] = []
    for (let item = outlines.lookupMaybe(PDFName.of('First'), PDFDict); item; item = item.lookupMaybe(PDFName.of('Next'), PDFDict))
      titles.push(String(item.get(PDFName.of('Title'))))
    expect(titles).toHaveLength(3)
    expect(titles[1]).toContain('Title of the long one')
  })
})

describe('the trace', () => {
  test('names the page of every answer, counted within its part', async () => {
    const { trace } = await renderView(view, { part: 'both' })
    expect(trace).toEqual([{ path: 'victim.firstName', sheet: 'after', part: 'keep', page: 2 }])
  })

  test('names every page of an answer that spans several', async () => {
    const text = 'Many words that fill a page. '.repeat(400)
    const long = viewOf('en', [sheetOf('one', 'en', [{ kind: 'paragraph', text, paths: ['crime.description'] }])], [])
    const { trace, pages } = await renderView(long, { part: 'mail' })
    expect(pages.mail).toBeGreaterThan(1)
    expect(trace.map(({ page }) => page)).toEqual(Array.from({ length: pages.mail }, (_, index) => index + 1))
  })
})
