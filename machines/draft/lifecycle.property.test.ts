import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type Day } from '#machines/calendar/day.ts'
import { SIGNATORIES } from '#machines/rules/signing-order.ts'
import type { DraftEvent, DraftProposal } from './events.ts'
import { replayDraft } from './machine.ts'
import { LIFECYCLE_ROLES, type LifecycleRole } from './roles.ts'
import { takeStep } from './steps.ts'

const FIRST = '2026-10-01'
const day = fc.nat({ max: 3 }).map(count => addDays(FIRST, count))
const plan = fc.record({ signer: fc.constantFrom('claimant', 'guardian'), helper: fc.constantFrom('attorney', 'advocate', 'other', null) })

/** Anything that can happen before a filing. */
const anything: fc.Arbitrary<DraftProposal> = fc.oneof(
  fc.record({ type: fc.constant('SIGNED_BY'), who: fc.constantFrom(...SIGNATORIES), signedOn: day }),
  fc.record({ type: fc.constant('FILED'), filedOn: day }),
  fc.record({ type: fc.constant('SENT_TO_REVIEW'), sentOn: day }),
  fc.record({ type: fc.constant('APPROVED'), approvedOn: day }),
  fc.record({ type: fc.constant('READY_WITHOUT_REVIEW'), readyOn: day }),
  fc.constantFrom<DraftProposal>({ type: 'ANSWER_CHANGED' }, { type: 'SIGNING_STARTED_OVER' }, { type: 'REOPENED' }),
  fc.record({ type: fc.constant('CHANGES_ASKED'), askedOn: day }),
  fc.record({ type: fc.constant('CLOSED'), closedOn: day, why: fc.constant('lost-touch') }),
)

/**
 * The steps of people who mean to file: they make the papers ready, sign in some order on some days, and file. Some of the signatures may
 * be left out.
 */
const towardsFiling: fc.Arbitrary<DraftProposal[]> = fc
  .record({
    ready: fc.constantFrom<DraftProposal[]>(
      [{ type: 'READY_WITHOUT_REVIEW', readyOn: FIRST }],
      [
        { type: 'SENT_TO_REVIEW', sentOn: FIRST },
        { type: 'APPROVED', approvedOn: FIRST },
      ],
    ),
    signing: fc
      .shuffledSubarray([...SIGNATORIES], { minLength: 3 })
      .chain(people => fc.tuple(...people.map(who => day.map(signedOn => ({ type: 'SIGNED_BY', who, signedOn }) as const)))),
    filed: fc.array(fc.record({ type: fc.constant('FILED'), filedOn: day }), { minLength: 1, maxLength: 3 }),
  })
  .map(({ ready, signing, filed }) => [...ready, ...signing, ...filed])

/** A lifecycle with one signing plan; steps that do not belong are mixed in. */
const lifecycle = fc.record({
  plan,
  steps: fc
    .array(
      fc.oneof(
        towardsFiling,
        anything.map(step => [step]),
      ),
      { minLength: 2, maxLength: 10 },
    )
    .map(parts => parts.flat()),
})

interface Signed {
  readonly who: string
  readonly on: Day
}

const filingIn = (happened: readonly DraftEvent[]) => happened.findIndex(({ type }) => type === 'FILED')

/** The rules of signing written a second time, as the forms state them, over what happened since the papers were made ready. */
function rightlySigned(happened: readonly DraftEvent[]): boolean {
  const filing = filingIn(happened)
  const before = happened.slice(0, filing)
  const ready = before.findLastIndex(({ type }) => type === 'APPROVED' || type === 'READY_WITHOUT_REVIEW')
  const made = before[ready]
  if (made?.type !== 'APPROVED' && made?.type !== 'READY_WITHOUT_REVIEW') return false
  const over = before.findLastIndex(({ type }) => type === 'SIGNING_STARTED_OVER')
  const since = before.slice(Math.max(ready, over) + 1)
  if (since.some(({ type }) => type === 'ANSWER_CHANGED' || type === 'CHANGES_ASKED')) return false
  const signed: Signed[] = since.flatMap(event => (event.type === 'SIGNED_BY' ? [{ who: event.who, on: event.signedOn }] : []))
  const { signer, helper } = made.facts.plan
  const own = signed.findIndex(({ who }) => who === signer)
  const help = signed.findIndex(({ who }) => who === helper)
  const ownDay = signed[own]?.on
  const helpDay = signed[help]?.on
  const event = happened[filing]
  if (ownDay === undefined || event?.type !== 'FILED' || event.filedOn < ownDay) return false
  if (helper === 'attorney') return helpDay !== undefined && help < own && helpDay <= ownDay
  if (helper === 'advocate') return helpDay !== undefined && helpDay <= ownDay
  return helpDay === undefined || helpDay <= ownDay
}

test('takeStep never leads to a filing with signatures that the rules forbid, nor past a review', () => {
  let reached = 0
  fc.assert(
    fc.property(lifecycle, fc.infiniteStream(fc.constantFrom(...LIFECYCLE_ROLES)), ({ plan, steps }, otherRoles) => {
      let history: readonly DraftEvent[] = []
      const roles: string[] = []
      const facts = { today: addDays(FIRST, 3), filing: { blockers: [], plan } }
      for (const step of steps) {
        // For most steps one of these roles may take it, or no lifecycle would get far.
        for (const role of [otherRoles.next().value, 'survivor', 'owner'] as LifecycleRole[]) {
          const result = takeStep(history, step, role, facts)
          if (!result.ok) continue
          history = result.history
          roles.push(role)
          break
        }
      }
      if (replayDraft(history).filedOn === null) return
      reached += 1
      expect(rightlySigned(history)).toBe(true)
      const ready = history.slice(0, filingIn(history)).findLastIndex(({ type }) => type === 'APPROVED' || type === 'READY_WITHOUT_REVIEW')
      expect(history[ready]?.type === 'APPROVED' ? ['supervisor', 'owner'] : ['survivor']).toContain(roles[ready])
    }),
    { numRuns: 160 },
  )
  expect(reached).toBeGreaterThan(30)
})

test('replayDraft never leads to a filing with signatures that the rules forbid, whatever was written down', () => {
  let reached = 0
  fc.assert(
    fc.property(lifecycle, ({ plan, steps }) => {
      const events = steps.map(step =>
        step.type === 'APPROVED' || step.type === 'READY_WITHOUT_REVIEW' ? { ...step, facts: { blockers: [], plan } } : step,
      )
      if (replayDraft(events).filedOn === null) return
      reached += 1
      expect(
        rightlySigned(events.reduce<DraftEvent[]>((kept, event) => (changesSomething(kept, event) ? [...kept, event] : kept), [])),
      ).toBe(true)
    }),
    { numRuns: 120 },
  )
  expect(reached).toBeGreaterThan(30)
})

const changesSomething = (history: readonly DraftEvent[], event: DraftEvent) =>
  JSON.stringify(replayDraft(history)) !== JSON.stringify(replayDraft([...history, event]))
