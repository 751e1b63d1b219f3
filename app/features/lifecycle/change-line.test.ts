import { describe, expect, test } from 'vitest'
import { getTranslate } from '#app/i18n/resources.server.ts'
import type { DraftEvent } from '#machines/draft/events.ts'
import { LIFECYCLE_WALKS } from '#machines/draft/lifecycle-walks.ts'
import { changeLine } from './change-line.ts'

const changed: DraftEvent = { type: 'ANSWER_CHANGED' }
const sent: DraftEvent = { type: 'SENT_TO_REVIEW', sentOn: '2026-10-01' }
const [onMyOwn, signed] = LIFECYCLE_WALKS['an answer changed after signing']
const filed: DraftEvent = { type: 'FILED', filedOn: '2026-10-04' }

const ROWS = [
  ['a review', [sent], /in review\. If you change/, /during the review, so the review has ended/],
  ['papers that are ready', [onMyOwn], /ready to sign\. If you change/, /after it was ready to sign/],
  ['signatures', [onMyOwn, signed], /review starts again and the signatures no longer count/, /so the signatures no longer count/],
] as const

describe('the line of a page on which a claim can be changed', () => {
  test.each(ROWS)('says before a change that it would end %s, and afterwards that it has ended', (_what, events, before, after) => {
    expect(changeLine(getTranslate('en'), events)).toMatch(before)
    expect(changeLine(getTranslate('en'), [...events, changed])).toMatch(after)
    expect(changeLine(getTranslate('en'), [...events, changed, changed])).toMatch(after)
  })

  test('says that changes of a filed claim do not reach the Board', () => {
    const line = 'This claim was sent. What you change here does not reach CalVCB. They have only what was mailed.'
    for (const more of [[], [changed]]) expect(changeLine(getTranslate('en'), [onMyOwn, signed, filed, ...more])).toBe(line)
  })

  test('says nothing if a change ends nothing', () => {
    const asked: DraftEvent = { type: 'CHANGES_ASKED', askedOn: '2026-10-02' }
    for (const events of [
      [],
      [changed],
      [{ type: 'PRINTED', day: '2026-10-01' } as const],
      [sent, asked],
      [sent, { type: 'TAKEN_FROM_REVIEW' } as const],
    ])
      expect(changeLine(getTranslate('en'), events)).toBeUndefined()
  })

  test('has its own words for each case, in both languages', () => {
    for (const language of ['en', 'es'] as const) {
      const lines = [...ROWS.flatMap(([, events]) => [[...events], [...events, changed]]), [onMyOwn, signed, filed]]
      expect(new Set(lines.map(events => changeLine(getTranslate(language), events))).size).toBe(7)
    }
  })
})
