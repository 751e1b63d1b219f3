import { expect, test } from 'vitest'
import { replayDraft, type DraftEvent } from './machine.ts'

const printed = (day: string): DraftEvent => ({ type: 'PRINTED', day })
const changed: DraftEvent = { type: 'ANSWER_CHANGED' }

test.each<[string, DraftEvent[], ReturnType<typeof replayDraft>]>([
  ['a new draft is prepared', [], { state: 'prepared', printedOn: null }],
  ['changes before printing leave it prepared', [changed], { state: 'prepared', printedOn: null }],
  ['printing is noted with its day', [printed('2026-11-23')], { state: 'printed', printedOn: '2026-11-23' }],
  ['printing again notes the later day', [printed('2026-11-23'), printed('2026-11-25')], { state: 'printed', printedOn: '2026-11-25' }],
  ['a change after printing prepares it again', [printed('2026-11-23'), changed], { state: 'prepared', printedOn: '2026-11-23' }],
])('%s', (_name, events, state) => {
  expect(replayDraft(events)).toEqual(state)
})
