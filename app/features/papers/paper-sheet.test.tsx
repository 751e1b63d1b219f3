import { readFileSync } from 'node:fs'
import { renderToStaticMarkup } from 'react-dom/server'
import { SentencesProvider } from '#app/components/use-translation.ts'
import { describe, expect, test } from 'vitest'
import { getLanguage, type LanguageCode } from '#app/i18n/languages.ts'
import { getSentences } from '#app/i18n/resources.server.ts'
import type { ClaimVisit } from '#app/features/claim/visit.server.ts'
import { speechFor } from '#app/features/claim/speech.server.ts'
import type { Services } from '#app/services.server.ts'
import type { Block, Sheet } from '#app/packet/sheet.ts'
import type { ClaimFile } from '#machines/answers/claim-file.ts'
import { answersFromClaim } from '#machines/claim/assemble.ts'
import { PaperSheet } from './paper-sheet.tsx'
import { paperView, type PaperView, type ReadSheet } from './paper-view.server.ts'
import { PaperProvider } from './paper-words.tsx'

function viewOf(name: string, code: LanguageCode, part: 'mail' | 'keep'): PaperView {
  const answers = answersFromClaim(JSON.parse(readFileSync(`examples/claims/${name}.json`, 'utf8')) as ClaimFile)
  const visit = {
    today: '2026-10-15',
    session: 's',
    draft: { answers, authors: {}, language: code },
    speech: speechFor(code, answers),
  } as unknown as ClaimVisit
  return paperView({ training: null } as Services, visit, part, { options: {} })
}

function markup(view: PaperView, sheet: ReadSheet): string {
  return renderToStaticMarkup(
    <SentencesProvider value={getSentences(view.language)}>
      <PaperProvider value={view}>
        <PaperSheet sheet={sheet} />
      </PaperProvider>
    </SentencesProvider>,
  )
}

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#x27;': "'" }
const textOf = (html: string) => html.replaceAll(/<[^>]*>/g, '').replaceAll(/&(?:amp|lt|gt|quot|#x27);/g, entity => ENTITIES[entity] ?? '')

/** Keys of a sheet whose strings are never shown, because they only control the drawing. */
const STEERING = new Set(['kind', 'id', 'anchor', 'language', 'sheet', 'paths', 'align', 'weight', 'file', 'stamp', 'flows'])

function sentences(value: unknown, name = ''): string[] {
  if (STEERING.has(name)) return []
  if (typeof value === 'string') return value.split('\n').filter(line => line.trim())
  if (Array.isArray(value)) return value.flatMap(inner => sentences(inner))
  return value !== null && typeof value === 'object' ? Object.entries(value).flatMap(([key, inner]) => sentences(inner, key)) : []
}

const sheetOf = (language: LanguageCode, ...blocks: Block[]): ReadSheet =>
  ({ id: 'x', anchor: 'p1', title: 'Title', eyebrow: 'Kind', language, blocks }) satisfies Sheet & ReadSheet
const EMPTY: PaperView = {
  part: 'mail',
  language: 'ar',
  rightToLeft: ['ar', 'fa'],
  sheets: [],
  anchors: { story: 'p7' },
  contents: 'p2',
  watermark: [],
  withoutStory: false,
}
const drawn = (language: LanguageCode, ...blocks: Block[]) => markup(EMPTY, sheetOf(language, ...blocks))

describe.each([
  ['advocate-with-every-proof', 'es'],
  ['child-with-guardian', 'en'],
  ['very-long-answers', 'en'],
  ['names-in-ten-scripts', 'es'],
] as const)('the papers of %s in %s', (name, code) => {
  test.each(['mail', 'keep'] as const)('show on the screen every sentence of the part %s', part => {
    const view = viewOf(name, code, part)
    expect(view.language).toBe(getLanguage(code).code)
    for (const sheet of view.sheets) {
      const text = textOf(markup(view, sheet))
      expect(sentences(sheet).filter(sentence => !text.includes(sentence))).toEqual([])
    }
  })
})

describe('a sheet on the screen', () => {
  test('has its own language and direction, and so has each translation in it', () => {
    const html = drawn(
      'en',
      { kind: 'paragraph', text: 'Hello', translation: 'مرحبا' },
      { kind: 'story', text: 'قصة', language: 'fa', paths: [] },
    )
    expect(html).toContain('<section class="paper-sheet flow" id="p1" aria-labelledby="p1-title" lang="en" dir="ltr">')
    expect(html).toContain('<span class="paper-translation" lang="ar" dir="rtl">مرحبا</span>')
    expect(html).toContain('lang="fa" dir="rtl"><p>قصة</p>')
  })

  test('turns headings into headings, and names the heading of each table cell', () => {
    const html = drawn(
      'en',
      { kind: 'heading', text: 'Work' },
      {
        kind: 'table',
        columns: [
          { text: 'Kind', weight: 1 },
          { text: 'Pay', weight: 1, align: 'end' },
        ],
        rows: [
          [{ text: 'Sewing' }, { text: '$5' }],
          [{ text: '', blank: true }, { text: '$7' }],
        ],
      },
    )
    expect(html).toContain('<h2 id="p1-title">')
    expect(html).toContain('<h3>')
    expect(html).toContain('<th scope="col" role="columnheader"><bdi>Kind</bdi></th>')
    expect(html).toContain('<th scope="row" role="rowheader" data-heading="Kind"><bdi>Sewing</bdi></th>')
    expect(html).toContain('<td role="cell" class="paper-end" data-heading="Pay"><bdi>$5</bdi></td>')
    expect(html.match(/rowheader/g)).toHaveLength(1)
  })

  test('names everything that is signed or filled in by hand, and offers no controls', () => {
    const html = drawn(
      'en',
      { kind: 'signature', sentences: [{ text: 'I declare.' }], lines: [[{ label: 'Signature', weight: 1 }]] },
      { kind: 'writing-space', label: 'Dates', lines: 3 },
      { kind: 'rows', rows: [{ label: 'My name', value: '', paths: [], blank: true }] },
      { kind: 'checks', items: [{ text: 'I agree' }] },
      { kind: 'address', lines: ['Example Office'], blank: true },
    )
    // The sentences of the page itself are English.
    const text = textOf(html)
    expect(text).toContain('To be signed on paper')
    expect(text).toContain('Signature (by hand, on paper)')
    expect(text).toContain('3 empty lines to write on, on paper.')
    expect(text).toContain('Example Office')
    expect(text.match(/Blank\. To be filled in by hand, on paper\./g)).toHaveLength(2)
    expect(text).toContain('Box to tick on paper: I agree')
    expect(html).not.toMatch(/<(?:input|textarea|button|select|form)/)
  })

  test('links from the contents to numbered anchors', () => {
    expect(drawn('en', { kind: 'contents', entries: [{ sheet: 'story', text: 'What happened' }] })).toContain('<a href="#p7">')
  })
})
