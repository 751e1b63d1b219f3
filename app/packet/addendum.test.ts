import { describe, expect, test } from 'vitest'
import type { ClaimFile } from '#machines/answers/claim-file.ts'
import { LONGEST_CELL, LONGEST_VALUE, withAddendum, type Tell } from './addendum.ts'
import { blocksOf, mailed, mailedSheet, rowOf, viewOf, wordsOf } from './testing/sheets.ts'
import type { Sheet } from './sheet.ts'

const tell: Tell = (key, params = {}) => ({ text: `${key} ${Object.values(params).join('/')}`.trim() })
const value = 'v'.repeat(LONGEST_VALUE + 1)
const cell = 'c'.repeat(LONGEST_CELL + 1)

const sheet = (id: string, rowValue: string, cellText = 'short'): Sheet => ({
  id,
  title: `Sheet ${id}`,
  eyebrow: '',
  language: 'en',
  blocks: [
    { kind: 'heading', text: 'Section' },
    { kind: 'rows', rows: [{ label: 'Reason', value: rowValue, paths: ['reason'] }] },
    {
      kind: 'table',
      columns: [
        { text: 'Loss', weight: 1 },
        { text: 'Details', weight: 1 },
      ],
      rows: [[{ text: 'Medical' }, { text: cellText, paths: ['detail'] }]],
    },
  ],
})

describe('longer answers', () => {
  test('stay in their place up to the limit, and no sheet is added', () => {
    const sheets = [sheet('a', 'v'.repeat(LONGEST_VALUE), 'c'.repeat(LONGEST_CELL))]
    expect(withAddendum(sheets, tell)).toEqual(sheets)
  })

  test('move whole to the addendum, and each place and its note name each other', () => {
    const [first, addendum, ...none] = withAddendum([sheet('a', value, cell)], tell)
    expect(none).toEqual([])
    expect(first && rowOf(first, 'Reason')).toEqual({ label: 'Reason', value: 'addendum.see 1', paths: [] })
    expect(first && blocksOf(first, 'table')[0]?.rows[0]?.[1]).toEqual({ text: 'addendum.see 2' })
    expect(addendum?.id).toBe('addendum')
    expect(addendum?.blocks.slice(1)).toEqual([
      { kind: 'heading', text: 'addendum.note 1' },
      { kind: 'paragraph', small: true, text: 'addendum.belongs Sheet a · Section · Reason' },
      { kind: 'paragraph', text: value, paths: ['reason'] },
      { kind: 'heading', text: 'addendum.note 2' },
      { kind: 'paragraph', small: true, text: 'addendum.belongs Sheet a · Section · addendum.cell Details/1' },
      { kind: 'paragraph', text: cell, paths: ['detail'] },
    ])
  })

  test('that stand in two places make one note', () => {
    const [, second, addendum] = withAddendum([sheet('a', value), sheet('b', value)], tell)
    expect(second && rowOf(second, 'Reason')?.value).toBe('addendum.see 1')
    expect(addendum && blocksOf(addendum, 'heading')).toHaveLength(1)
    expect(wordsOf(addendum as Sheet)).toContain('Sheet a · Section · Reason; Sheet b · Section · Reason')
  })
})

describe('the addendum of a claim', () => {
  const reason = `${'I did not know that this help exists. '.repeat(20)}End.`
  const claim: ClaimFile = { filer: 'victim', victim: { birthDate: '1980' }, crime: { end: '2010' }, lateFiling: { reason } }

  test('holds a long reason once, for the application and the statement that is signed', () => {
    const see = 'See addendum, note 1. It is part of this sheet.'
    expect(rowOf(mailedSheet(claim, 'application'), 'Why the application comes later')?.value).toBe(see)
    expect(rowOf(mailedSheet(claim, 'late-filing'), 'Why the application comes later')?.value).toBe(see)
    const addendum = mailedSheet(claim, 'addendum')
    expect(blocksOf(addendum, 'paragraph').at(-1)).toEqual({ kind: 'paragraph', text: reason, paths: ['lateFiling.reason'] })
    expect(wordsOf(...viewOf(claim).mail).split('this help exists. I did not').length).toBe(20)
  })

  test('is made only for a long answer, and is in both languages where the sheet is', () => {
    expect(mailed({ ...claim, lateFiling: { reason: 'Nobody told me.' } }, 'addendum')).toBeUndefined()
    const spanish = { ...claim, language: 'es' } as const
    expect(rowOf(mailedSheet(spanish, 'late-filing'), 'Why the application comes later')?.valueTranslation).toContain(
      'Vean la hoja adicional, nota 1',
    )
    expect(rowOf(mailedSheet(spanish, 'application'), 'Why the application comes later')?.valueTranslation).toBeUndefined()
    expect(wordsOf(mailedSheet(spanish, 'addendum'))).toContain('Declaración sobre la presentación tardía')
  })
})
