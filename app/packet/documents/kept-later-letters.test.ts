import { describe, expect, test } from 'vitest'
import type { ClaimFile } from '#machines/answers/claim-file.ts'
import type { PacketOptions } from '../packet-view.ts'
import { blocksOf, keptSheet, pointsOf, wordsOf } from '../testing/sheets.ts'

const letters = (claim: ClaimFile, options?: PacketOptions) => keptSheet('later-letters', claim, options)

/** The rows beneath a heading. */
function about(title: string, claim: ClaimFile = {}, options?: PacketOptions): Record<string, string> {
  const { blocks } = letters(claim, options)
  const block = blocks[blocks.findIndex(each => each.kind === 'heading' && each.text === title) + 1]
  if (block?.kind !== 'rows') throw new Error(`nothing about ${title}`)
  return Object.fromEntries(block.rows.map(({ label, value }) => [label, value]))
}

describe('letters that may come later', () => {
  test('each say what they are, what to do, by when, who helps, and the source', () => {
    const titles = blocksOf(letters({ emergency: { requested: true } }), 'heading').map(({ text }) => text)
    expect(titles).toHaveLength(8)
    for (const title of titles) {
      expect(Object.keys(about(title, { emergency: { requested: true } }))).toEqual([
        'What it says',
        'What to do',
        'By when',
        'Who helps',
        'Where we read it',
      ])
    }
  })

  test('name the periods that the law sets', () => {
    expect(about('“Something is missing”')['By when']).toContain('Within 30 days of the notice.')
    expect(about('“You can get help”')['By when']).toContain('within 3 years of the cost')
    expect(about('“No” to all or part of the claim')['By when']).toBe('To appeal: within 45 days of the notice.')
    expect(about('A letter about paying back')['By when']).toContain('within 30 day')
  })

  test('say by which day the first one should have come, counted from the mailing', () => {
    expect(about('“We have your application”', {}, { mailOn: '2027-12-31' })['By when']).toContain('by February 29, 2028')
  })

  test('are answered to the right address', () => {
    expect(about('“No” to all or part of the claim')['What to do']).toContain('Attn: Appeals Unit, P.O. Box 350')
    expect(about('A letter about paying back')['What to do']).toContain('P.O. Box 1348')
    expect(about('A letter about paying back')['Who helps']).toContain('916-491-3766')
  })

  test('mention an emergency award only when the person asked for one', () => {
    expect(wordsOf(letters({}))).not.toContain('emergency award')
    expect(about('The emergency award: yes or no', { emergency: { requested: true } })['By when']).toContain('30 days to pay it')
  })

  test('name the two CalVCB pages that differ, and say that the letter decides', () => {
    const points = pointsOf(letters({})).join(' ')
    expect(points).toContain(
      '20 days to ask for a hearing, or 30 days to add facts. Another page says 30 days. Follow the letter that CalVCB sent you.',
    )
  })

  test('name the center of the county as a helper', () => {
    expect(about('“Something is missing”', { victim: { residenceAddress: { city: 'Fresno' } } })['Who helps']).toContain('(559) 600-2822')
    expect(about('“Something is missing”')['Who helps']).toContain('800-777-9229')
  })
})
