import { describe, expect, test } from 'vitest'
import type { ClaimFile } from '#machines/answers/claim-file.ts'
import { PAPER_LANGUAGES } from '#app/i18n/languages.ts'
import { getTranslate } from '#app/i18n/resources.server.ts'
import { claimView } from '#app/packet/render/render-packet.server.ts'
import { blocksOf, cellsOf, EVERYTHING, pointsOf, TEST_DAY, ticksOf, wordsOf } from '../testing/sheets.ts'

const CLAIM: ClaimFile = {
  ...EVERYTHING,
  evidence: ['ht_caseworker_statement', 'visa_document', 'medical_records'],
  crime: { ...EVERYTHING.crime, reports: [{ agency: 'Example Police', number: 'EX-1' }] },
  lateFiling: { reason: 'Nobody told me. '.repeat(200) },
}

/** The texts that name a sheet by its English title without one pair of brackets after it that says what the title means. */
function withoutMeaning(texts: readonly string[], titles: readonly string[]): string[] {
  return texts.filter(text =>
    titles.some(title => {
      const [, ...after] = text.split(title)
      return after.some(rest => !/^[”»」]\s?[(（][^()（）]+[)）]/.test(rest))
    }),
  )
}

test('an English title without its meaning is found', () => {
  const texts = [
    '«List of evidence» (Lista de pruebas)',
    '“List of evidence”（证据清单）',
    '«List of evidence»',
    'Vea List of evidence (sic)',
  ]
  expect(withoutMeaning(texts, ['List of evidence'])).toEqual(texts.slice(2))
})

describe.each(PAPER_LANGUAGES.filter(({ code }) => code !== 'en'))('the papers to keep in $code', ({ code }) => {
  const { mail, keep } = claimView({ claim: { ...CLAIM, language: code }, today: TEST_DAY })
  const texts = keep
    .filter(({ id }) => !id.startsWith('copy-') && !id.startsWith('letter-'))
    .flatMap(sheet => [...ticksOf(sheet), ...pointsOf(sheet), ...cellsOf(sheet).flat()])

  test('say what every English title means', () => {
    const titles = [...mail, ...keep.filter(({ id }) => id.startsWith('letter-'))].map(({ title }) => title)
    for (const title of titles.filter(name => !/^(Exhibit|Contents)/.test(name))) expect(texts.join('\n'), title).toContain(title)
    expect(withoutMeaning(texts, titles)).toEqual([])
  })

  test('say that a machine drafted the translation', () => {
    const note = getTranslate(code)('packet:translated')
    const said = keep.filter(sheet => blocksOf(sheet, 'paragraph').some(({ text }) => text === note)).map(({ id }) => id)
    expect(said).toEqual(['safety', 'signing-guide', 'copy-cover-letter', 'help'])
  })
})

test('papers in English do not say that a machine translated them', () => {
  expect(wordsOf(...claimView({ claim: CLAIM, today: TEST_DAY }).keep)).toContain('máquina')
  expect(wordsOf(...claimView({ claim: { ...CLAIM, language: 'en' }, today: TEST_DAY }).keep)).not.toContain('drafted by machine')
})
