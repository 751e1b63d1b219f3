import { describe, expect, test } from 'vitest'
import type { ClaimFile } from '#machines/answers/claim-file.ts'
import { isLeftOut } from './claim-paths.ts'
import { exhibitLetter } from './documents/exhibits.ts'
import type { Exhibit } from './exhibit.ts'
import { blocksOf, mailedSheet, rowOf, rowsOf, viewOf, wordsOf } from './testing/sheets.ts'
import type { Sheet } from './sheet.ts'

const EXHIBITS: readonly Exhibit[] = [
  { id: 'f1', kind: 'medical_records', title: 'Example Clinic, 2023', pages: 2 },
  { id: 'f2', kind: 'other', title: ' ', pages: 1 },
]
const CLAIM: ClaimFile = { filer: 'victim', emergency: { requested: true }, crime: { circumstances: 'They took my passport.' } }
const sheetIn = (sheets: readonly Sheet[], id: string) => sheets.find(each => each.id === id) ?? expect.fail(id)

describe('the table of contents', () => {
  test('follows the letter and lists every sheet in order, except pages of exhibits', () => {
    const { mail } = viewOf(CLAIM, { exhibits: EXHIBITS })
    expect(mail.slice(0, 2).map(({ id }) => id)).toEqual(['cover-letter', 'contents'])
    const [list] = blocksOf(sheetIn(mail, 'contents'), 'contents')
    const starts = mail.filter(({ id }) => id !== 'contents' && !id.includes('-page-'))
    expect(list?.entries).toEqual(starts.map(({ id, title }) => ({ sheet: id, text: title })))
    expect(list?.entries.at(-2)?.text).toBe('Exhibit A: Medical records')
  })

  test('gives the titles in the language of the person too', () => {
    const { mail } = viewOf({ ...CLAIM, language: 'es' }, { exhibits: EXHIBITS })
    const translations = blocksOf(sheetIn(mail, 'contents'), 'contents')[0]?.entries.map(({ translation }) => translation)
    expect(translations).toEqual(
      expect.arrayContaining([
        'Solicitud: ingresos perdidos por trata',
        'Contenido de la solicitud',
        'Petición de un pago de emergencia',
        'Anexo A: Registros médicos',
      ]),
    )
    expect(translations).not.toContain(undefined)
  })
})

describe('every sheet to mail', () => {
  test('begins its own page, so that the story can be left out or left with a helper', () => {
    for (const language of ['en', 'es'] as const) {
      const { mail } = viewOf({ ...CLAIM, language })
      expect(mail.filter(({ flows }) => flows).map(({ id }) => id)).toEqual([])
      expect(mail.map(({ id }) => id)).toContain('story')
    }
  })
})

describe('attached papers', () => {
  const { mail, keep } = viewOf(CLAIM, { exhibits: EXHIBITS })

  test('are listed by letter with kind, title and pages', () => {
    expect(blocksOf(sheetIn(mail, 'evidence'), 'table')[0]?.rows.map(cells => cells.map(({ text }) => text))).toEqual([
      ['Exhibit A', 'Medical records', 'Example Clinic, 2023', '2'],
      ['Exhibit B', 'Another paper', '', '1'],
    ])
    expect(blocksOf(mailedSheet(CLAIM, 'evidence'), 'table')).toEqual([])
  })

  test('come last, each behind a sheet of its own, page by page', () => {
    expect(mail.map(({ id }) => id).slice(-5)).toEqual([
      'exhibit-a',
      'exhibit-a-page-1',
      'exhibit-a-page-2',
      'exhibit-b',
      'exhibit-b-page-1',
    ])
    expect(rowsOf(sheetIn(mail, 'exhibit-a')).map(({ value }) => value)).toEqual(['Medical records', 'Example Clinic, 2023', '2'])
    expect(sheetIn(mail, 'exhibit-a-page-2').blocks).toEqual([
      {
        kind: 'exhibit-page',
        stamp: 'Exhibit A, page 2 of 2',
        alt: 'Exhibit A, page 2 of 2: Medical records',
        instead: 'This page could not be shown here. A copy on paper goes in its place.',
        file: 'f1',
        page: 1,
      },
    ])
    expect(keep.some(({ id }) => id.startsWith('exhibit'))).toBe(false)
  })

  test('go on with AA after Z', () => {
    expect([0, 25, 26, 27, 51, 52, 701, 702].map(exhibitLetter)).toEqual(['A', 'Z', 'AA', 'AB', 'AZ', 'BA', 'ZZ', 'AAA'])
  })
})

describe('papers without the story', () => {
  const options = { withoutStory: true }

  test('hold none of its words in either part, and the application says so', () => {
    const { mail, keep } = viewOf({ ...CLAIM, language: 'es' }, { options })
    expect(wordsOf(...mail, ...keep)).not.toContain('passport')
    expect(mail.map(({ id }) => id)).not.toContain('story')
    expect(rowOf(sheetIn(mail, 'application'), 'What happened')?.value).toBe('Not told in these pages. It may be told another way')
  })

  test('are made only when the person chose so', () => {
    expect(isLeftOut('crime.circumstances', CLAIM, options)).toBe(true)
    expect(isLeftOut('crime.circumstances', CLAIM)).toBe(false)
    expect(wordsOf(mailedSheet(CLAIM, 'story'))).toContain('passport')
    expect(rowOf(mailedSheet(CLAIM, 'application'), 'What happened')?.value).toBe('See the sheet “What happened”')
  })
})

describe('the calculation sheet', () => {
  test('shows each period at each wage, and each year after the limit', () => {
    const sheet = mailedSheet(
      { calculationSheet: true, work: [{ from: '2023-12-25', to: '2024-01-07', hoursPerWeek: { low: 0, high: 40 } }] },
      'calculation',
    )
    const [lines, years] = blocksOf(sheet, 'table').map(({ rows }) => rows.map(cells => cells.map(({ text }) => text)))
    // One week at $15.50 and one at $16.00.
    expect(lines).toEqual([
      ['Work 1', 'December 25, 2023', 'December 31, 2023', '7', '40', '$15.50', '$620'],
      ['Work 1', 'January 1, 2024', 'January 7, 2024', '7', '40', '$16', '$640'],
    ])
    expect(years).toEqual([
      ['Calendar year', 'January 1, 2023', 'December 31, 2023', '$620'],
      ['Calendar year', 'January 1, 2024', 'December 31, 2024', '$640'],
      ['12 months from the first day', 'December 25, 2023', 'December 24, 2024', '$1,260'],
    ])
    expect(rowOf(sheet, 'Claimed, with the yearly limit')?.value).toBe('$1,260')
  })
})
