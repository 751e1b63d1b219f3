import { describe, expect, test } from 'vitest'
import { renderView } from '#app/packet/render/render-packet.server.ts'
import type { Block } from '../sheet.ts'
import { shareOut } from './page-ends.ts'
import { pagesOf } from './testing/read-pdf.ts'
import type { Strip } from './strip.ts'
import { sheetOf, viewOf } from './testing/view.ts'

const strip = (height: number, more: Partial<Strip> = {}): Strip => ({ height, gap: 0, keep: false, paint: () => undefined, ...more })
const heights = (strips: readonly Strip[]) => shareOut(strips, 0, 100).map(page => page.map(({ top, again }) => (again ? `(${top})` : top)))

describe('page ends', () => {
  test('come before a strip that does not fit, and drop the space above it', () => {
    expect(heights([strip(60), strip(30, { gap: 10 }), strip(70, { gap: 10 })])).toEqual([[0, 70], [0]])
  })

  test('never divide strips that keep together', () => {
    expect(heights([strip(50), strip(20, { keep: true }), strip(20, { keep: true }), strip(20)])).toEqual([[0], [0, 20, 40]])
  })

  test('divide strips that keep together but fit on no page, only where a page is full', () => {
    expect(heights([strip(10), ...Array.from({ length: 6 }, () => strip(30, { keep: true }))])).toEqual([
      [0, 10, 40, 70],
      [0, 30, 60],
    ])
  })

  test('leave no line alone on the last page when another can move there with it', () => {
    expect(heights([strip(40), strip(40), strip(15, { gap: 10 })])).toEqual([[0], [0, 50]])
    expect(heights([strip(90), strip(15, { gap: 10 })])).toEqual([[0], [0]])
    expect(shareOut([strip(400), strip(200), strip(15, { gap: 10 })], 0, 610).map(page => page.map(({ top }) => top))).toEqual([
      [0],
      [0, 210],
    ])
    expect(shareOut([strip(300), strip(300), strip(15, { gap: 10 })], 0, 610).map(page => page.map(({ top }) => top))).toEqual([
      [0, 300],
      [0],
    ])
  })

  test('repeat the headings of a table', () => {
    const head = strip(20)
    expect(heights([strip(90), strip(30, { head })])).toEqual([[0], ['(0)', 20]])
  })
})

describe('a signature', () => {
  const signature: Block = { kind: 'signature', sentences: [{ text: 'I declare this.' }], lines: [[{ label: 'Sign here', weight: 1 }]] }

  test('stands on one page with its sentence and the last words before it, wherever the page ends', async () => {
    for (let count = 18; count < 34; count += 1) {
      const before: Block[] = Array.from({ length: count }, (_, index) => ({ kind: 'paragraph', text: `Paragraph ${index + 1}.` }))
      const { pdf } = await renderView(viewOf('en', [sheetOf('one', 'en', [...before, signature])], []), { part: 'mail' })
      const page = pagesOf(pdf).find(words => words.includes('Sign here'))
      expect(page, `${count} paragraphs`).toMatch(new RegExp(`Paragraph ${count}\\.[^]*I declare this\\.[^]*Sign here`))
    }
  })
})

describe('a heading', () => {
  test('never stands alone at the end of a page', async () => {
    for (let count = 18; count < 30; count += 1) {
      const before: Block[] = Array.from({ length: count }, () => ({ kind: 'paragraph', text: 'Before.' }))
      const blocks: Block[] = [
        ...before,
        { kind: 'heading', text: 'The heading' },
        { kind: 'rows', rows: [{ label: 'Label', value: 'Value', paths: [] }] },
      ]
      const { pdf } = await renderView(viewOf('en', [sheetOf('one', 'en', blocks)], []), { part: 'mail' })
      expect(
        pagesOf(pdf).find(words => words.includes('The heading')),
        `${count} paragraphs`,
      ).toContain('Value')
    }
  })
})
