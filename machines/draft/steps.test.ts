import { describe, expect, test } from 'vitest'
import type { DraftEventType, DraftProposal } from './events.ts'
import { factsWith, LIFECYCLE_WALKS } from './lifecycle-walks.ts'
import { DRAFT_STATES, replayDraft } from './machine.ts'
import type { ObstacleCode } from './needs.ts'
import { LIFECYCLE_ROLES, MAY_TAKE, type LifecycleRole } from './roles.ts'
import { permittedEvents, takeStep, whyNot, type LifecycleFacts } from './steps.ts'

const TODAY = '2026-12-01'
const FACTS: LifecycleFacts = { today: TODAY, filing: factsWith(null) }
type Walk = keyof typeof LIFECYCLE_WALKS

const draftAfter = (walk: Walk, length: number) => replayDraft(LIFECYCLE_WALKS[walk].slice(0, length))
const codes = (walk: Walk, length: number, proposal: DraftProposal, role: LifecycleRole = 'supervisor', facts = FACTS) =>
  whyNot(draftAfter(walk, length), proposal, role, facts).map(({ code, citation }) => [code, citation])

describe('the obstacles to a step', () => {
  test.each<[ObstacleCode, string, Walk, number, DraftProposal, LifecycleRole?]>([
    ['not-this-role', 'house-choice', 'a review with changes', 1, { type: 'APPROVED', approvedOn: '2026-10-02' }, 'caseworker'],
    ['not-this-role', 'house-choice', 'a review with changes', 6, { type: 'FILED', filedOn: '2026-10-04' }, 'volunteer'],
    ['not-now', 'house-choice', 'printing and changing', 1, { type: 'FILED', filedOn: '2026-10-04' }],
    ['not-now', 'house-choice', 'the long way to the money', 12, { type: 'DENIED', noticeOn: '2026-10-10' }],
    ['no-such-day', 'house-choice', 'a review with changes', 6, { type: 'FILED', filedOn: '2026-02-30' }],
    ['day-ahead', 'house-choice', 'a review with changes', 6, { type: 'FILED', filedOn: '2026-12-02' }],
    ['signer-not-in-plan', 'gov-13952-b', 'a review with changes', 5, { type: 'SIGNED_BY', who: 'attorney', signedOn: '2026-10-03' }],
    ['signed-before-ready', 'house-choice', 'a review with changes', 5, { type: 'SIGNED_BY', who: 'claimant', signedOn: '2026-10-01' }],
    ['before-signing', 'gov-13952-b', 'a review with changes', 6, { type: 'FILED', filedOn: '2026-10-02' }],
    ['before-filing', 'house-choice', 'a review with changes', 7, { type: 'RECEIVED', receivedOn: '2026-10-03' }],
    ['before-filing', 'house-choice', 'a review with changes', 7, { type: 'INFORMATION_ASKED', noticeOn: '2026-10-03' }],
    ['before-filing', 'house-choice', 'a review with changes', 7, { type: 'DENIED', noticeOn: '2026-10-03' }],
    ['nothing-asked', 'house-choice', 'a review with changes', 7, { type: 'INFORMATION_SENT', sentOn: '2026-10-05' }],
    ['before-asked', 'house-choice', 'the long way to the money', 9, { type: 'INFORMATION_SENT', sentOn: '2026-10-07' }],
    ['before-decision', 'house-choice', 'the long way to the money', 11, { type: 'PAID', paidOn: '2026-10-09' }],
    ['before-decision', 'house-choice', 'a review that begins at once', 5, { type: 'APPEALED', sentOn: '2026-10-09' }],
    ['before-appeal', 'house-choice', 'a review that begins at once', 6, { type: 'ALLOWED', noticeOn: '2026-10-10', inPart: false }],
    ['nothing-turned-down', 'gov-13959', 'letters that never came', 9, { type: 'APPEALED', sentOn: '2026-10-14' }],
    ['appeal-decided', 'gov-13960', 'a review that begins at once', 7, { type: 'APPEALED', sentOn: '2026-10-14' }],
    ['nothing-allowed', 'house-choice', 'a review that begins at once', 6, { type: 'PAID', paidOn: '2026-10-14' }],
  ])('are %s (%s) on "%s" after %i events', (code, citation, walk, length, proposal, role) => {
    expect(codes(walk, length, proposal, role)).toEqual([[code, citation]])
  })

  test('name each missing thing with its source', () => {
    const blockers = [
      { item: 'crime-end', citation: '2-ccr-649.7' },
      { item: 'work-hours', citation: 'sji-how-to-apply' },
    ] as const
    const facts = { today: TODAY, filing: { ...FACTS.filing, blockers } }
    expect(whyNot(draftAfter('a review with changes', 1), { type: 'APPROVED', approvedOn: '2026-10-02' }, 'owner', facts)).toEqual([
      { code: 'missing', citation: '2-ccr-649.7', params: { item: 'crime-end' } },
      { code: 'missing', citation: 'sji-how-to-apply', params: { item: 'work-hours' } },
    ])
    // A survivor may file what there is.
    expect(
      whyNot(draftAfter('a review with changes', 1), { type: 'READY_WITHOUT_REVIEW', readyOn: '2026-10-02' }, 'survivor', facts),
    ).toEqual([])
  })

  test('keep the claimant from signing before the attorney', () => {
    const filing = { blockers: [], plan: { signer: 'claimant', helper: 'attorney' } } as const
    const ready = replayDraft([{ type: 'READY_WITHOUT_REVIEW', readyOn: '2026-10-02', facts: filing }])
    const early = whyNot(ready, { type: 'SIGNED_BY', who: 'claimant', signedOn: '2026-10-03' }, 'survivor', { today: TODAY, filing })
    expect(early).toEqual([{ code: 'attorney-first', citation: '2-ccr-649.21' }])
  })

  test('are told together where there are several', () => {
    const ready = draftAfter('a review with changes', 5)
    const facts = { ...FACTS, today: '2026-09-30' }
    const refused = whyNot(ready, { type: 'SIGNED_BY', who: 'claimant', signedOn: '2026-10-01' }, 'survivor', facts)
    expect(refused.map(({ code }) => code)).toEqual(['day-ahead', 'signed-before-ready'])
  })
})

describe('taking a step', () => {
  const history = LIFECYCLE_WALKS['a review with changes'].slice(0, 1)

  test('records what the answers say, whatever the caller sent', () => {
    const filing = factsWith('advocate')
    const forged = {
      type: 'APPROVED',
      approvedOn: '2026-10-02',
      facts: { blockers: [], plan: { signer: 'guardian', helper: null } },
    } as const
    const result = takeStep(history, forged, 'supervisor', { today: TODAY, filing })
    expect(result).toMatchObject({ ok: true, event: { facts: filing }, history: [history[0], { type: 'APPROVED' }] })
  })

  test('allows an appeal even after its last day, since the Board says whether it is too late', () => {
    expect(codes('a review that begins at once', 5, { type: 'APPEALED', sentOn: '2026-12-01' }, 'survivor')).toEqual([])
  })

  test('returns the obstacles and no history where the step is refused', () => {
    expect(takeStep(history, { type: 'FILED', filedOn: '2026-10-04' }, 'owner', FACTS)).toEqual({
      ok: false,
      obstacles: [{ code: 'not-now', citation: 'house-choice' }],
    })
  })

  test('is open at every step of every walk to the roles that the table names', () => {
    for (const [name, events] of Object.entries(LIFECYCLE_WALKS)) {
      events.forEach((event, index) => {
        const free = LIFECYCLE_ROLES.filter(role => takeStep(events.slice(0, index), event, role, FACTS).ok)
        expect(free, `${name}: ${event.type}`).toEqual(MAY_TAKE[event.type])
      })
    }
  })
})

describe('the list of steps that a role may take', () => {
  const all = (role: LifecycleRole) => [...new Set(DRAFT_STATES.flatMap(state => permittedEvents(state, role)))]
  const table = Object.entries(MAY_TAKE) as [DraftEventType, readonly LifecycleRole[]][]

  test.each(LIFECYCLE_ROLES)('is what the table says for the role %s', role => {
    expect(all(role).sort()).toEqual(table.flatMap(([type, roles]) => (roles.includes(role) ? [type] : [])).sort())
  })

  test('keeps reviews for supervisors and owners, and never stops a survivor from filing', () => {
    expect(MAY_TAKE.APPROVED).toEqual(['supervisor', 'owner'])
    expect(all('survivor')).toEqual(expect.arrayContaining(['READY_WITHOUT_REVIEW', 'SIGNED_BY', 'FILED', 'APPEALED', 'CLOSED']))
    expect(LIFECYCLE_ROLES.filter(role => mayOnly(role, 'READY_WITHOUT_REVIEW'))).toEqual(['survivor'])
  })

  test('gives a volunteer only the steps of preparation', () => {
    expect(permittedEvents('prepared', 'volunteer')).toEqual(['ANSWER_CHANGED', 'PRINTED', 'SENT_TO_REVIEW'])
    expect(permittedEvents('signed', 'volunteer')).toEqual(['ANSWER_CHANGED', 'PRINTED'])
    expect(permittedEvents('closed', 'caseworker')).toEqual([])
    expect(permittedEvents('closed', 'owner')).toEqual(['REOPENED'])
  })

  const mayOnly = (role: LifecycleRole, type: DraftEventType) => all(role).includes(type)
})
