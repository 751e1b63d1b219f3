import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseClaimFile, type ClaimFile } from '#machines/answers/claim-file.ts'
import { blocksOf, TEST_DAY, viewOf, wordsOf } from './testing/sheets.ts'

const ids = (claim: ClaimFile) => viewOf(claim).keep.map(({ id }) => id)

const STEPS = ['before-mailing', 'signing-guide', 'where-to-mail', 'timeline', 'later-letters']

const EXAMPLES = ['rosa-alone', 'minor-with-guardian', 'advocate-ongoing'].map(name => {
  const parsed = parseClaimFile(JSON.parse(readFileSync(`examples/${name}.json`, 'utf8')), TEST_DAY)
  if (!parsed.ok) throw new Error(name)
  return [name, parsed.claim] as const
})

describe('the order of the part to keep', () => {
  test('follows what a tired person needs, with the overview of the claim first', () => {
    expect(ids({ filer: 'victim' })).toEqual(['keep-contents', 'overview', 'safety', ...STEPS, 'estimate', 'copy-page', 'help'])
  })

  test('puts safety before all else when the answers point to danger', () => {
    for (const claim of [
      { crime: { end: 'ongoing' } },
      { victim: { safeAtHome: true } },
      { victim: { messagesSafe: false } },
    ] satisfies ClaimFile[]) {
      expect(ids(claim).slice(0, 4)).toEqual(['safety', 'keep-contents', 'overview', 'before-mailing'])
    }
    expect(ids({ victim: { safeAtHome: false, messagesSafe: true }, crime: { end: '2020' } })[0]).toBe('keep-contents')
  })

  test('has letters to offices on their own pages after their guide, and copies before the help lines', () => {
    const { keep } = viewOf({ language: 'es', filer: 'victim', evidence: ['medical_records'] })
    const from = keep.findIndex(({ id }) => id === 'later-letters')
    expect(keep.slice(from).map(({ id }) => id)).toEqual([
      'later-letters',
      'proof-guide',
      'letter-records',
      'estimate',
      'copy-page',
      'copy-cover-letter',
      'copy-application',
      'help',
    ])
    expect(keep.filter(({ flows }) => !flows).map(({ id }) => id)).toEqual(expect.arrayContaining(['letter-records', 'estimate']))
  })
})

describe('the table of contents', () => {
  test('names every sheet once, with one line for letters and one for helper copies', () => {
    const { keep } = viewOf({ language: 'es', filer: 'victim', evidence: ['medical_records', 'le_letter'] })
    const [contents] = keep
    const entries = contents ? blocksOf(contents, 'contents').flatMap(block => block.entries) : []
    expect(entries.map(({ sheet }) => sheet)).toEqual([
      'overview',
      'safety',
      ...STEPS,
      'proof-guide',
      'estimate',
      'copy-page',
      'copy-cover-letter',
      'help',
    ])
    expect(entries.map(({ text }) => text)).toContain('Lo que dicen las páginas en inglés, en su idioma')
    for (const { sheet } of entries) expect(keep.some(({ id }) => id === sheet)).toBe(true)
  })
})

describe('the part to keep', () => {
  test('is in the person’s language, except letters to offices, which are in English', () => {
    const { keep } = viewOf({ language: 'es', filer: 'victim', evidence: ['medical_records'] })
    expect(keep.filter(({ language }) => language === 'en').map(({ id }) => id)).toEqual(['letter-records'])
  })

  test('has helper copies without lines to sign, and none when the papers are in English', () => {
    const copies = viewOf({ language: 'es', filer: 'victim' }).keep.filter(({ id }) => /^copy-(?!page)/.test(id))
    expect(copies.flatMap(copy => blocksOf(copy, 'signature').flatMap(({ lines }) => lines))).toEqual([])
    expect(ids({ language: 'ko' }).filter(id => id.startsWith('copy-'))).toEqual(['copy-page'])
    expect(viewOf({ language: 'ko' }).language).toBe('en')
  })

  test.each(EXAMPLES)('of %s holds no word of the story', (_, claim) => {
    const story = 'Zanahoria morada'
    for (const options of [{}, { withoutStory: true }]) {
      expect(wordsOf(...viewOf({ ...claim, crime: { ...claim.crime, circumstances: story } }, { options }).keep)).not.toContain(story)
    }
  })

  test.each(EXAMPLES)('of %s never shows the home of a person in Safe at Home', (_, claim) => {
    const hidden = { street: '99 Hidden Lane', unit: 'Hideout', city: 'Fresno', zip: '93799' }
    const { keep } = viewOf({
      ...claim,
      victim: { ...claim.victim, safeAtHome: true, residenceAddress: hidden, mailingAddress: { street: 'P.O. Box 1', city: 'Sacramento' } },
    })
    expect(wordsOf(...keep)).not.toMatch(/Hidden Lane|Hideout|Fresno|93799/)
  })

  test('says where to mail the papers, that the address may be old, and the center of the county', () => {
    const mailing = (claim: ClaimFile) => wordsOf(...viewOf(claim).keep.filter(({ id }) => id === 'where-to-mail'))
    expect(mailing({})).toContain('P.O. Box 3036')
    expect(mailing({})).toContain('from an older CalVCB page')
    expect(mailing({})).toContain('call CalVCB at 800-777-9229 or 1-800-VICTIMS')
    expect(mailing({ victim: { residenceAddress: { city: 'Fresno' } } })).toContain('(559) 600-2822')
  })
})
