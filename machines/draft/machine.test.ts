import { describe, expect, test } from 'vitest'
import { LIFECYCLE_WALKS } from './lifecycle-walks.ts'
import { DRAFT_STATES, replayDraft, type DraftEvent, type DraftState } from './machine.ts'

const printed = (day: string): DraftEvent => ({ type: 'PRINTED', day })
const changed: DraftEvent = { type: 'ANSWER_CHANGED' }

describe('a draft in preparation', () => {
  test.each<[string, DraftEvent[], Pick<DraftState, 'state' | 'printedOn'>]>([
    ['a new draft is prepared', [], { state: 'prepared', printedOn: null }],
    ['changes before printing leave it prepared', [changed], { state: 'prepared', printedOn: null }],
    ['printing is noted with its day', [printed('2026-11-23')], { state: 'printed', printedOn: '2026-11-23' }],
    ['printing again notes the later day', [printed('2026-11-23'), printed('2026-11-25')], { state: 'printed', printedOn: '2026-11-25' }],
    ['a change after printing prepares it again', [printed('2026-11-23'), changed], { state: 'prepared', printedOn: '2026-11-23' }],
  ])('%s', (_name, events, state) => {
    expect(replayDraft(events)).toMatchObject(state)
  })
})

/** The states that a walk goes through, each named once for as long as the draft stays in it. */
function statesAlong(events: readonly DraftEvent[]): string[] {
  const states = events.map((_event, index) => replayDraft(events.slice(0, index + 1)).state)
  return states.filter((state, index) => state !== states[index - 1])
}

describe('the lifecycle of a draft', () => {
  test.each<[keyof typeof LIFECYCLE_WALKS, string[]]>([
    ['printing and changing', ['prepared', 'printed', 'prepared', 'printed']],
    ['a review with changes', ['inReview', 'needsChanges', 'inReview', 'readyToSign', 'signed', 'filed']],
    ['a review that is taken back', ['inReview', 'prepared', 'inReview', 'prepared', 'inReview', 'readyToSign']],
    ['changes asked at the last moment', ['inReview', 'readyToSign', 'needsChanges', 'readyToSign', 'signed', 'needsChanges']],
    ['an answer changed before signing', ['readyToSign', 'prepared']],
    ['an answer changed after signing', ['readyToSign', 'signed', 'prepared']],
    ['signing started over', ['readyToSign', 'signed', 'readyToSign', 'signed']],
    [
      'the long way to the money',
      ['readyToSign', 'signed', 'filed', 'received', 'victimEligible', 'incomeLossInReview', 'allowed', 'paid', 'closed', 'paid'],
    ],
    ['letters that never came', ['readyToSign', 'signed', 'filed', 'victimEligible', 'allowed', 'appealed', 'allowed', 'paid']],
    ['a review that begins at once', ['readyToSign', 'signed', 'filed', 'incomeLossInReview', 'denied', 'appealed', 'denied']],
    ['a receipt and then a review', ['readyToSign', 'signed', 'filed', 'received', 'incomeLossInReview', 'allowed', 'paid', 'appealed']],
    [
      'an appeal that finds the victim eligible',
      ['readyToSign', 'signed', 'filed', 'denied', 'appealed', 'victimEligible', 'incomeLossInReview', 'denied', 'appealed'],
    ],
  ])('goes through its states along "%s"', (walk, states) => {
    expect(statesAlong(LIFECYCLE_WALKS[walk])).toEqual(states)
  })

  test('can rest in every state', () => {
    const rested = Object.values(LIFECYCLE_WALKS).flatMap(events => [replayDraft([]).state, ...statesAlong(events)])
    expect([...new Set(rested)].sort()).toEqual([...DRAFT_STATES].sort())
  })

  test('remembers the days that other days are counted from', () => {
    expect(replayDraft(LIFECYCLE_WALKS['the long way to the money'].slice(0, 9))).toMatchObject({
      filedOn: '2026-10-04',
      receivedOn: '2026-10-05',
      eligibleOn: '2026-10-06',
      incomeLossReviewOn: '2026-10-07',
      informationAskedOn: '2026-10-08',
      changedSinceFiled: true,
    })
    expect(replayDraft(LIFECYCLE_WALKS['a review that begins at once'])).toMatchObject({
      decision: { kind: 'denied', noticeOn: '2026-10-13', way: 'handed', afterAppeal: true },
      appealedOn: '2026-10-11',
    })
  })
})

describe('a changed answer', () => {
  const back = (walk: keyof typeof LIFECYCLE_WALKS, length?: number) => replayDraft(LIFECYCLE_WALKS[walk].slice(0, length))

  test('takes a draft back with a reason and ends its review and signatures', () => {
    const unsigned = { state: 'prepared', reviewSentOn: null, readyOn: null, plan: null, signatures: [] }
    expect(back('an answer changed after signing')).toMatchObject({ ...unsigned, sentBack: 'changed-after-signing' })
    expect(back('an answer changed before signing')).toMatchObject({ ...unsigned, sentBack: 'changed-before-signing' })
    expect(back('a review that is taken back', 4)).toMatchObject({ ...unsigned, sentBack: 'changed-in-review' })
    expect(back('changes asked at the last moment', 3)).toMatchObject({ ...unsigned, state: 'needsChanges', sentBack: 'changes-asked' })
  })

  test('counts as after signing once one of two has signed', () => {
    const plan = { signer: 'claimant', helper: 'advocate' } as const
    const events: DraftEvent[] = [
      { type: 'READY_WITHOUT_REVIEW', readyOn: '2026-10-02', facts: { blockers: [], plan } },
      { type: 'SIGNED_BY', who: 'advocate', signedOn: '2026-10-03' },
    ]
    expect(replayDraft(events)).toMatchObject({ state: 'readyToSign', signatures: [{ who: 'advocate', signedOn: '2026-10-03' }] })
    expect(replayDraft([...events, changed])).toMatchObject({ state: 'prepared', sentBack: 'changed-after-signing' })
  })

  test('leaves what was filed as it was filed', () => {
    const filed = LIFECYCLE_WALKS['the long way to the money'].slice(0, 3)
    expect(replayDraft([...filed, changed])).toEqual({ ...replayDraft(filed), changedSinceFiled: true })
  })

  test('keeps the reason until the draft is handed on again', () => {
    const events = LIFECYCLE_WALKS['an answer changed after signing']
    expect(replayDraft([...events, changed]).sentBack).toBe('changed-after-signing')
    expect(replayDraft([...events, { type: 'SENT_TO_REVIEW', sentOn: '2026-10-05' }]).sentBack).toBeNull()
  })
})

test('a later notice can be appealed anew after an appeal found the victim eligible', () => {
  const walk = LIFECYCLE_WALKS['an appeal that finds the victim eligible']
  expect(replayDraft(walk.slice(0, 6))).toMatchObject({ state: 'victimEligible', decision: null, appealedOn: null })
  expect(replayDraft(walk)).toMatchObject({ decision: { afterAppeal: false }, appealedOn: '2026-10-16' })
})

test('a draft that is opened again is where it was', () => {
  const open = [...LIFECYCLE_WALKS['a review with changes'].slice(0, 2)]
  const again = replayDraft([...open, { type: 'CLOSED', closedOn: '2026-10-05', why: 'lost-touch' }, { type: 'REOPENED' }])
  expect(again).toEqual(replayDraft(open))
  expect(replayDraft([...open, { type: 'CLOSED', closedOn: '2026-10-05', why: 'lost-touch' }, changed])).toMatchObject({
    state: 'closed',
    closedWhy: 'lost-touch',
  })
})
