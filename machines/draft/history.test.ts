import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DraftEvent } from './events.ts'
import { recorded } from './history.ts'
import { LIFECYCLE_WALKS } from './lifecycle-walks.ts'
import { replayDraft } from './machine.ts'

const printed = (day: string): DraftEvent => ({ type: 'PRINTED', day })
const changed: DraftEvent = { type: 'ANSWER_CHANGED' }
const closed: DraftEvent = { type: 'CLOSED', closedOn: '2026-10-15', why: 'finished' }
const sent: DraftEvent = { type: 'SENT_TO_REVIEW', sentOn: '2026-10-01' }

test.each<[string, DraftEvent[], DraftEvent, DraftEvent[]]>([
  ['the first printing is kept', [], printed('2026-10-01'), [printed('2026-10-01')]],
  [
    'a later printing takes the place of what came before',
    [printed('2026-10-01'), changed],
    printed('2026-10-02'),
    [printed('2026-10-02')],
  ],
  ['a change after printing is kept', [printed('2026-10-01')], changed, [printed('2026-10-01'), changed]],
  [
    'a change before closing stays: it counts again when the draft is opened again',
    [printed('2026-10-01'), changed],
    closed,
    [printed('2026-10-01'), changed, closed],
  ],
  ['a change that sends a review back stays', [sent, changed], printed('2026-10-02'), [sent, changed, printed('2026-10-02')]],
])('%s', (_name, history, event, result) => {
  expect(recorded(history, event)).toEqual(result)
})

test('the same list comes back where nothing changes', () => {
  const history = [printed('2026-10-01'), changed]
  expect(recorded(history, changed)).toBe(history)
  expect(recorded(history, { type: 'REOPENED' })).toBe(history)
})

test('the kept list replays to the same state as everything that happened', () => {
  const events = [
    ...new Set(
      Object.values(LIFECYCLE_WALKS)
        .flat()
        .map(event => JSON.stringify(event)),
    ),
  ].map(text => JSON.parse(text) as DraftEvent)
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...events, changed, printed('2026-10-20')), { maxLength: 40 }), happened => {
      const kept = happened.reduce<readonly DraftEvent[]>(recorded, [])
      expect(replayDraft(kept)).toEqual(replayDraft(happened))
      expect(kept.length).toBeLessThanOrEqual(happened.length)
    }),
    { numRuns: 2000 },
  )
})
