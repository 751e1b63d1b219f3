import { describe, expect, test } from 'vitest'
import type { ClaimFile } from '#machines/answers/claim-file.ts'
import { blocksOf, cellsOf, keptSheet, pointsOf, wordsOf } from '../testing/sheets.ts'
import { mayBeInDanger } from './kept-safety.ts'

const papers = (claim: ClaimFile, withoutStory = false) => cellsOf(keptSheet('safety', claim, { withoutStory })).map(([name]) => name)

describe('the sheet on which papers are safe at home', () => {
  test('names the papers of this claim and no others', () => {
    expect(papers({})).toEqual(["The pages to mail, and CalVCB's form", 'The page to copy from', 'The estimate', 'The other pages to keep'])
    const all = papers({
      language: 'en',
      crime: { circumstances: 'They took my passport.' },
      evidence: ['visa_document', 'medical_records', 'ht_caseworker_statement', 'affidavit'],
    })
    expect(all.slice(0, 6)).toEqual([
      'The sheet “What happened”',
      "The pages to mail, and CalVCB's form",
      'A paper for a special visa',
      "Your caseworker's statement",
      'Medical records',
      'Copies of other proof',
    ])
    expect(all).toContain('Letters to ask for proof')
  })

  test('offers papers without the story, and says when the story was left out', () => {
    const claim: ClaimFile = { crime: { circumstances: 'They took my passport.' } }
    expect(pointsOf(keptSheet('safety', claim)).join(' ')).toContain('again without your story')
    expect(papers(claim, true)).not.toContain('The sheet “What happened”')
    expect(pointsOf(keptSheet('safety', claim, { withoutStory: true })).join(' ')).toContain('Your story is not in these papers.')
  })

  test('begins with what to do first when the answers point to danger', () => {
    const [notice] = blocksOf(keptSheet('safety', { crime: { end: 'ongoing' } }), 'notice')
    expect(notice?.text).toContain('1-888-373-7888')
    expect(blocksOf(keptSheet('safety', { crime: { end: '2020' } }), 'notice')).toEqual([])
    expect(mayBeInDanger({ victim: { messagesSafe: true, safeAtHome: false }, crime: { end: '2020' } })).toBe(false)
    expect(mayBeInDanger({ victim: { messagesSafe: false } })).toBe(true)
  })

  test('mentions Safe at Home and messages only to people whom they concern', () => {
    expect(wordsOf(keptSheet('safety', { victim: { safeAtHome: true } }))).toContain('We left your home address out')
    expect(wordsOf(keptSheet('safety', { victim: { messagesSafe: false } }))).toContain('asks them to leave none')
    expect(wordsOf(keptSheet('safety', {}))).not.toMatch(/Safe at Home|leave none/)
  })
})
