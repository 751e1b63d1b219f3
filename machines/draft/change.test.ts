import { expect, test } from 'vitest'
import { whatChangeEnds } from './change.ts'
import type { DraftEvent } from './events.ts'
import { LIFECYCLE_WALKS } from './lifecycle-walks.ts'
import { replayDraft } from './machine.ts'

const changed: DraftEvent = { type: 'ANSWER_CHANGED' }

test.each(Object.entries(LIFECYCLE_WALKS))('whatChangeEnds tells what a change would end, after every step of %s', (_name, walk) => {
  walk.forEach((_event, count) => {
    const events = walk.slice(0, count + 1)
    const [before, after] = [replayDraft(events), replayDraft([...events, changed])]
    const ends = whatChangeEnds(before)
    if (ends === 'filed') expect(after).toEqual({ ...before, changedSinceFiled: true })
    else if (ends === null) expect({ ...after, state: before.state }).toEqual(before)
    else {
      const sentBack = { review: 'changed-in-review', ready: 'changed-before-signing', signatures: 'changed-after-signing' }[ends]
      expect(after).toMatchObject({ state: 'prepared', sentBack, signatures: [], reviewSentOn: null, plan: null })
    }
  })
})

test('the walks meet every answer that whatChangeEnds can give', () => {
  const met = Object.values(LIFECYCLE_WALKS).flatMap(walk =>
    walk.map((_event, count) => whatChangeEnds(replayDraft(walk.slice(0, count + 1)))),
  )
  expect(new Set(met)).toEqual(new Set(['review', 'ready', 'signatures', 'filed', null]))
})
