import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseClaimFile, type ClaimFile } from '#machines/answers/claim-file.ts'
import { getTranslate } from '#app/i18n/resources.server.ts'
import { bilingual } from './bilingual.ts'
import { documents } from './mail-part.ts'
import { blocksOf, EVERYTHING, mailedSheet, TEST_DAY, viewOf } from './testing/sheets.ts'
import type { Block, Sheet } from './sheet.ts'

const sheet = (language: 'en' | 'es', blocks: readonly Block[], title = 'x'): Sheet => ({ id: 'x', title, eyebrow: 'x', language, blocks })

describe('a sheet in two languages', () => {
  const english = sheet(
    'en',
    [
      { kind: 'heading', text: 'Work' },
      {
        kind: 'rows',
        rows: [
          { label: 'Name', value: 'Rosa', paths: ['a'] },
          { label: 'End', value: 'Still going on', paths: ['b'] },
        ],
      },
      { kind: 'signature', sentences: [{ text: 'I sign.' }], note: 'Draft', lines: [[{ label: 'Date', weight: 1 }]] },
    ],
    'Title',
  )
  const own = sheet(
    'es',
    [
      { kind: 'heading', text: 'Trabajo' },
      {
        kind: 'rows',
        rows: [
          { label: 'Nombre', value: 'Rosa', paths: ['a'] },
          { label: 'Fin', value: 'Todavía continúa', paths: ['b'] },
        ],
      },
      { kind: 'signature', sentences: [{ text: 'Firmo.' }], note: 'Borrador', lines: [[{ label: 'Fecha', weight: 1 }]] },
    ],
    'Título',
  )

  test('says our words in both languages, and what a person typed once', () => {
    expect(bilingual(english, own)).toEqual({
      ...english,
      titleTranslation: 'Título',
      blocks: [
        { kind: 'heading', text: 'Work', translation: 'Trabajo' },
        {
          kind: 'rows',
          rows: [
            { label: 'Name', labelTranslation: 'Nombre', value: 'Rosa', paths: ['a'] },
            { label: 'End', labelTranslation: 'Fin', value: 'Still going on', valueTranslation: 'Todavía continúa', paths: ['b'] },
          ],
        },
        {
          kind: 'signature',
          sentences: [{ text: 'I sign.', translation: 'Firmo.' }],
          note: 'Draft',
          noteTranslation: 'Borrador',
          lines: [[{ label: 'Date', labelTranslation: 'Fecha', weight: 1 }]],
        },
      ],
    })
  })

  test('is the plain English sheet when the person’s language is English', () => {
    expect(bilingual(english, english)).toBe(english)
  })

  test.each<[string, readonly Block[]]>([
    ['a block too few', own.blocks.slice(1)],
    ['another kind of block', [{ kind: 'paragraph', text: 'Trabajo' }, ...own.blocks.slice(1)]],
    [
      'another answer',
      [
        own.blocks[0] as Block,
        {
          kind: 'rows',
          rows: [
            { label: 'Nombre', value: 'Rosa', paths: ['a'] },
            { label: 'Fin', value: '', paths: ['c'] },
          ],
        },
        own.blocks[2] as Block,
      ],
    ],
    [
      'a line to fill in for an answer',
      [
        own.blocks[0] as Block,
        {
          kind: 'rows',
          rows: [
            { label: 'Nombre', value: '', paths: ['a'], blank: true },
            { label: 'Fin', value: '', paths: ['b'] },
          ],
        },
        own.blocks[2] as Block,
      ],
    ],
    [
      'a sentence too many',
      [
        ...own.blocks.slice(0, 2),
        { kind: 'signature', sentences: [{ text: 'Firmo.' }, { text: 'Juro.' }], lines: [[{ label: 'Fecha', weight: 1 }]] },
      ],
    ],
  ])('is refused with %s', (_, blocks) => {
    expect(() => bilingual(english, sheet('es', blocks, 'Título'))).toThrow(/^x/)
  })

  test('is refused when the two are different sheets', () => {
    expect(() => bilingual(english, { ...own, id: 'y' })).toThrow('does not say the same')
  })
})

const examples = ['rosa-alone', 'minor-with-guardian', 'advocate-ongoing'].map(name => {
  const parsed = parseClaimFile(JSON.parse(readFileSync(`examples/${name}.json`, 'utf8')), TEST_DAY)
  if (!parsed.ok) throw new Error(name)
  return [name, parsed.claim] as const
})
const CLAIMS: readonly (readonly [string, ClaimFile])[] = [
  ...examples,
  ['a claim without answers', {}],
  ['a claim that asks for every document', EVERYTHING],
  ['the same by a guardian', { ...EVERYTHING, filer: 'parent-or-guardian' }],
  ['the same by a family member', { ...EVERYTHING, filer: 'family-member', statementFacts: [] }],
]

describe.each(CLAIMS)('the documents of %s', (_name, claim) => {
  const tell = (language: 'en' | 'es') => documents({ claim, today: TEST_DAY, t: getTranslate(language), language }, claim.language ?? 'en')

  test('have one shape in every language', () => {
    const own = tell('es')
    for (const [index, english] of tell('en').entries())
      expect(bilingual(english, own[index] as Sheet).titleTranslation, english.id).toMatch(/\S/)
  })
})

describe('the part that a Spanish speaker mails', () => {
  const { mail } = viewOf(EVERYTHING)

  test('says in Spanish what each signed sentence and each line to sign means', () => {
    const signed = mail.filter(each => each.id !== 'cover-letter' && blocksOf(each, 'signature').length > 0)
    expect(signed.map(({ id }) => id)).toEqual([
      'safe-mailing',
      'story',
      'declaration',
      'statement-caseworker',
      'statement-attorney',
      'statement-witness',
      'late-filing',
      'emergency-request',
      'other-sources',
      'representative',
    ])
    for (const block of signed.flatMap(each => blocksOf(each, 'signature'))) {
      for (const sentence of block.sentences) expect(sentence.translation).toMatch(/\S/)
      for (const line of block.lines.flat()) expect(line.labelTranslation).toMatch(/\S/)
    }
    const declaration = mail.find(({ id }) => id === 'declaration') as Sheet
    expect(blocksOf(declaration, 'signature')[0]?.sentences[0]?.translation).toContain('Declaro bajo pena de perjurio')
  })

  test('has unsigned sheets in English alone, with a Spanish copy to keep', () => {
    const application = mail.find(({ id }) => id === 'application')
    expect(JSON.stringify(application)).not.toMatch(/[gG]loss"/)
    expect(
      viewOf(EVERYTHING)
        .keep.map(({ id }) => id)
        .filter(id => id.startsWith('copy-')),
    ).toEqual(['copy-page', 'copy-cover-letter', 'copy-application', 'copy-other-losses'])
  })

  test('has no second language when the person works in English', () => {
    expect(JSON.stringify(viewOf({ ...EVERYTHING, language: 'en' }).mail)).not.toMatch(/[gG]loss"/)
    expect(mailedSheet({ ...EVERYTHING, language: 'en' }, 'late-filing').title).toBe('Statement about late filing')
  })
})
