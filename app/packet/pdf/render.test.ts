import { describe, expect, test } from 'vitest'
import { LANGUAGES } from '#app/i18n/languages.ts'
import { renderView } from '#app/packet/render/render-packet.server.ts'
import type { Block } from '../sheet.ts'
import { askOf, pagesOf, squeezed, structureOf } from './testing/read-pdf.ts'
import { allLanguages, everyBlock, sheetOf, viewOf } from './testing/view.ts'
import { WORDS } from './testing/words.ts'

const BOTH = { part: 'both' } as const
const paragraph = (text: string): Block => ({ kind: 'paragraph', text })
const english = (blocks: readonly Block[]) => viewOf('en', [sheetOf('one', 'en', blocks)], [])

describe('the file', () => {
  test('is sound, has a title and a language, and is the same for the same view', async () => {
    const view = viewOf('es', [sheetOf('one', 'en', everyBlock('en', 'es'))], [sheetOf('two', 'es', everyBlock('es'))])
    const { pdf } = await renderView(view, BOTH)
    expect(askOf(pdf, 'qpdf', '--check', '$')).toMatchObject({ status: 0 })
    expect(askOf(pdf, 'pdfinfo', '$').text).toMatch(/Title: +Papers\n[^]*CreationDate: +Mon Nov 23 12:00:00 2026[^]*Tagged: +yes/)
    const catalog = askOf(pdf, 'qpdf', '--qdf', '--object-streams=disable', '$', '-').text
    expect(catalog).toMatch(/\/DisplayDocTitle true/)
    expect(catalog).toMatch(/\/Lang \(es\)/)
    expect(catalog).not.toMatch(/pdfuaid/)
    expect(Buffer.from((await renderView(view, BOTH)).pdf).equals(Buffer.from(pdf))).toBe(true)
  })

  test('cannot be made with a day that is not valid', async () => {
    await expect(renderView({ ...english([]), today: 'soon' }, BOTH)).rejects.toThrow('not a day')
  })

  test('opens only with its password, and keeps its structure when it is locked', async () => {
    const { pdf } = await renderView(english([paragraph('Behind the password.')]), { ...BOTH, password: 'four plain words' })
    expect(askOf(pdf, 'qpdf', '--is-encrypted', '$').status).toBe(0)
    expect(askOf(pdf, 'qpdf', '--show-encryption', '--password=four plain words', '$').text).toMatch(
      /R = 6\n[^]*stream encryption method: AESv3/,
    )
    expect(askOf(pdf, 'qpdf', '--check', '--password=a wrong word', '$').status).not.toBe(0)
    expect(askOf(pdf, 'pdfinfo', '-struct-text', '-upw', 'four plain words', '$').text).toMatch(/P \(block\)\n +"Behind the password\."/)
    expect(Buffer.from(pdf).includes('Behind the password')).toBe(false)
  })
})

describe('words', () => {
  test('in all languages can be read back from an English sheet', async () => {
    const { pdf, missingGlyphs } = await renderView(english(allLanguages()), BOTH)
    expect(missingGlyphs).toEqual([])
    const page = squeezed(pagesOf(pdf).join(''))
    for (const { code } of LANGUAGES) {
      // In a sentence that is read from right to left, the full stop may come back on the other side.
      expect(page, code).toContain(squeezed(WORDS[code]).replace(/\.$/, ''))
    }
  })

  test.each(LANGUAGES.map(({ code }) => code))('on a sheet in %s can be read back from the structure, block by block', async code => {
    const { pdf } = await renderView(viewOf(code, [], [sheetOf('own', code, everyBlock(code))]), { part: 'keep' })
    const tree = structureOf(pdf)
    expect(
      tree.filter(line => line.includes('H2')),
      code,
    ).toHaveLength(1)
    expect(tree.filter(line => line.trim() === 'LI (block)').length).toBe(4)
    const page = squeezed(pagesOf(pdf).join(''))
    expect(page).toContain(squeezed(WORDS[code]).replace(/\.$/, ''))
    // Numbers keep their order, whichever direction the sheet is read in.
    for (const number of ['A-1234567(916)555-0100,$12,345.60,2026-11-23', '12MainStreet,Apt4', 'Sacramento,CA95812'])
      expect(page).toContain(number)
  })

  test('with rare characters of names can be read back too', async () => {
    const { pdf, missingGlyphs } = await renderView(english([paragraph('Name: 刘龑, 飝 → ≥ ✓')]), BOTH)
    expect(missingGlyphs).toEqual([])
    expect(pagesOf(pdf).join('')).toContain('Name: 刘龑, 飝 → ≥ ✓')
  })

  test('show a character that no font has as its code, which is reported', async () => {
    const { pdf, missingGlyphs } = await renderView(english([paragraph('A 𓀀 man')]), BOTH)
    expect(missingGlyphs).toEqual(['U+13000'])
    expect(pagesOf(pdf).join('')).toContain('A [U+13000] man')
  })

  test('draw emoji, and they can be read back', async () => {
    const { pdf, missingGlyphs } = await renderView(english([paragraph('Gracias 🙏 a mi hermana 😢 ❤')]), BOTH)
    expect(missingGlyphs).toEqual([])
    expect(pagesOf(pdf).join('')).toContain('Gracias 🙏 a mi hermana 😢 ❤')
  })

  test('keep a telephone number on one line', async () => {
    const texts = Array.from({ length: 14 }, (_, index) => paragraph(`${'x'.repeat(60 + index)} call (916) 555-0100 now`))
    const { pdf } = await renderView(english(texts), BOTH)
    expect(
      pagesOf(pdf)
        .join('')
        .match(/\(916\) 555-0100/g),
    ).toHaveLength(14)
  })

  test('that are longer than a line are cut without losing a letter', async () => {
    const long = 'abcdefghij'.repeat(40)
    const { pdf } = await renderView(english([paragraph(long)]), BOTH)
    expect(squeezed(pagesOf(pdf).join(''))).toContain(long)
  })
})

describe('the structure', () => {
  test('follows the reading order, with headings, lists, tables and languages', async () => {
    const { pdf } = await renderView(viewOf('es', [sheetOf('one', 'en', everyBlock('en', 'es'))], []), { part: 'mail' })
    const types = structureOf(pdf).flatMap(line => /^ *([A-Z]\w*)(?::| \((?:block|inline)\)|$)/.exec(line)?.[1] ?? [])
    expect(types.slice(0, 7)).toEqual(['Document', 'Part', 'Sect', 'P', 'H1', 'H2', 'P'])
    for (const type of ['Div', 'L', 'LI', 'Lbl', 'LBody', 'Table', 'TR', 'TH', 'TD', 'BlockQuote', 'Span']) expect(types).toContain(type)
    const objects = askOf(pdf, 'qpdf', '--qdf', '--object-streams=disable', '$', '-').text
    expect(objects).toMatch(/\/Scope \/Column/)
    expect(objects).toMatch(/\/Scope \/Row/)
    expect(objects.match(/\/Lang \(es\)/g)?.length).toBeGreaterThan(8)
  })

  test('holds the headings of a long table once, although every page shows them', async () => {
    const rows = Array.from({ length: 80 }, (_, index) => [{ text: `Row ${index}` }, { text: 'x' }])
    const { pdf, pages } = await renderView(
      english([
        {
          kind: 'table',
          columns: [
            { text: 'Counted', weight: 1 },
            { text: 'Other', weight: 1 },
          ],
          rows,
        },
      ]),
      { part: 'mail' },
    )
    expect(pages.mail).toBe(3)
    for (const page of pagesOf(pdf)) expect(page).toContain('Counted')
    expect(structureOf(pdf).filter(line => line.includes('Counted'))).toHaveLength(1)
    expect(structureOf(pdf).filter(line => line.trim() === 'TR (block)' || line.trim() === 'TR')).toHaveLength(81)
  })

  test('leaves out artifacts such as footers and the watermark', async () => {
    const { pdf } = await renderView({ ...english([paragraph('Words.')]), watermark: ['ONLY A TEST'] }, BOTH)
    const tree = structureOf(pdf).join('\n')
    expect(pagesOf(pdf).join('')).toMatch(/ONLY A TEST[^]*To mail 1 \/ 1|To mail 1 \/ 1[^]*ONLY A TEST/)
    expect(tree).toContain('Words.')
    expect(tree).not.toMatch(/ONLY A TEST|To mail/)
  })
})
