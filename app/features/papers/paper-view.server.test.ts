import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Sheet } from '#app/packet/sheet.ts'
import { speechFor } from '#app/features/claim/speech.server.ts'
import type { ClaimVisit } from '#app/features/claim/visit.server.ts'
import type { Services } from '#app/services.server.ts'
import type { ClaimFile } from '#machines/answers/claim-file.ts'
import { answersFromClaim } from '#machines/claim/assemble.ts'
import { paperView, withoutExhibitPages } from './paper-view.server.ts'

const claim = JSON.parse(readFileSync('examples/rosa-alone.json', 'utf8')) as ClaimFile
const answers = answersFromClaim(claim)
const visit = {
  today: '2026-11-23',
  session: 's',
  draft: { answers, authors: {}, language: 'es' },
  speech: speechFor('es', answers),
} as unknown as ClaimVisit
const view = (part: 'mail' | 'keep', withoutStory = false, training: Services['training'] = null) =>
  paperView({ training } as Services, visit, part, { options: { withoutStory } })

describe('papers on the screen', () => {
  test('are the sheets of the file in the same order, with numbers as anchors', () => {
    const { sheets, anchors, contents } = view('mail')
    expect(sheets.slice(0, 3).map(({ id, anchor }) => [id, anchor])).toEqual([
      ['cover-letter', 'p1'],
      ['contents', 'p2'],
      ['application', 'p3'],
    ])
    expect(contents).toBe('p2')
    for (const { blocks } of sheets) {
      for (const block of blocks)
        if (block.kind === 'contents') for (const { sheet } of block.entries) expect(anchors[sheet]).toMatch(/^p\d+$/)
    }
  })

  test('leave out the story if the person chose that', () => {
    expect(JSON.stringify(view('mail'))).toContain('me quitaron el pasaporte')
    expect(JSON.stringify(view('mail', true))).not.toContain('me quitaron el pasaporte')
    expect(view('mail', true).withoutStory).toBe(true)
  })

  test('carry a watermark in training', () => {
    expect(view('keep').watermark).toEqual([])
    expect(view('keep', false, { erase: () => Promise.resolve() }).watermark[0]).toContain('TRAINING')
  })

  test('name the pages of an attached paper on the sheet before them', () => {
    const sheet = (id: string, blocks: Sheet['blocks']): Sheet => ({ id, title: id, eyebrow: '', language: 'en', blocks })
    const page = (number: number) =>
      sheet(`page-${number}`, [{ kind: 'exhibit-page', stamp: '', alt: `Page ${number}`, file: 'f', page: number - 1 }])
    const read = withoutExhibitPages([sheet('exhibit-a', [{ kind: 'rows', rows: [] }]), page(1), page(2), sheet('exhibit-b', [])])
    expect(read.map(({ id }) => id)).toEqual(['exhibit-a', 'exhibit-b'])
    expect(read[0]?.blocks[1]).toEqual({ kind: 'points', items: [{ text: 'Page 1' }, { text: 'Page 2' }] })
  })
})
