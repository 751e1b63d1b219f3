import { describe, expect, test } from 'vitest'
import { getTranslate } from '#app/i18n/resources.server.ts'
import type { ClaimFile } from '#machines/answers/claim-file.ts'
import type { Telling } from '../answers.ts'
import { ownStatement, type OwnStatement } from './own-statement.ts'
import { factSentences } from './statement-facts.ts'

const CLAIM: ClaimFile = {
  victim: { firstName: 'Rosa', lastName: 'Ejemplo' },
  crime: { start: '2021-03', end: '2023-06-30', circumstances: 'Words of her own' },
  work: [{ from: '2021-03', to: '2022-08-31', hoursPerWeek: 18.5, kind: 'Sewing' }],
  otherSources: [],
  statementFacts: ['dates', 'hours'],
}
const telling = (claim: ClaimFile = CLAIM): Telling => ({
  claim,
  today: '2026-11-23',
  t: getTranslate('en'),
  language: 'en',
  withoutStory: true,
})
const NOTHING: OwnStatement = { lines: {}, capacities: [], believes: false, whyIBelieve: '', confirmed: [], howIKnow: '' }
const sentences = (claim?: ClaimFile) => factSentences(telling(claim)).flatMap(({ items }) => items.map(({ text }) => text))
const said = (own: OwnStatement) => JSON.stringify(ownStatement(telling(), own))

describe('a caseworker’s own statement', () => {
  test('is drafted only from facts that the person allowed to be told', () => {
    expect(sentences()).toEqual([
      'The trafficking began: March 2021.',
      'The trafficking ended: June 30, 2023.',
      'From March 2021 to August 31, 2022: about 18.5 hours a week.',
    ])
    expect(sentences({ ...CLAIM, statementFacts: ['other-money'] })).toEqual([
      'No money for the same loss was received or is expected from any other source.',
    ])
    expect(sentences({ ...CLAIM, statementFacts: undefined })).toEqual([])
  })

  test('says what the caseworker confirmed and wrote, and nothing that they struck', () => {
    const text = said({
      lines: { name: 'Ana Muestra' },
      capacities: ['training'],
      believes: true,
      whyIBelieve: 'First line\n\nSecond line',
      confirmed: ['The trafficking began: March 2021.'],
      howIKnow: '',
    })
    for (const words of [
      'Ana Muestra',
      '40 or more hours',
      'I believe that the person',
      'First line',
      'Second line',
      'The trafficking began',
    ])
      expect(text).toContain(words)
    for (const words of ['The trafficking ended', '18.5 hours', 'advanced degree', 'How I know this', 'Words of her own'])
      expect(text).not.toContain(words)
  })

  test('takes only drafted sentences, and has a line for each thing that was left open', () => {
    const sheet = ownStatement(telling(), { ...NOTHING, confirmed: ['She told me everything.'] })
    expect(JSON.stringify(sheet)).not.toContain('everything')
    const rows = sheet.blocks.flatMap(block => (block.kind === 'rows' ? block.rows : []))
    expect(rows.filter(({ blank }) => blank).map(({ label }) => label)).toEqual([
      'My name',
      'Organization or office',
      'My work there',
      'How CalVCB can reach me',
      'Degree, license or training: what, where, when',
    ])
    expect(sheet.blocks.at(-1)).toMatchObject({ kind: 'signature' })
  })
})
