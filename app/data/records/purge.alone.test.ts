import fc from 'fast-check'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { dayInLosAngeles } from '#app/clock.server.ts'
import type { Actor } from '#machines/casework/permissions.ts'
import { ALL_PARTS, makeOwner, shareByCode } from '../testing/casework-fixture.ts'
import { openFixture, TEST_SERVER, type Fixture } from '../testing/draft-fixture.ts'
import { actorOf } from '../organizations/members.server.ts'
import type * as Stretch from '#app/keys/stretch.server.ts'

// The stretching of phrases does not matter here, and would take most of the time.
vi.mock('#app/keys/stretch.server.ts', async load => ({
  ...(await load<typeof Stretch>()),
  stretch: (secret: string) => Promise.resolve(Buffer.alloc(32, secret)),
}))

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const answers = { filer: { value: { filer: 'victim' } }, names: { value: { firstName: 'Rosa' } } }

/** A claim, with the days that were told about it. */
interface Told {
  readonly draftId: string
  readonly words: string | null
  readonly session: string
  /** The day that a page last showed to a reader of the claim. */
  shown: string
  /** Moment before which the rule alone forbids deletion: 90 days, or one, after an event that counts. */
  keep: number
}

const about = fc.nat({ max: 2 })
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('begin' as const), withWords: fc.boolean(), share: fc.boolean() }) },
  {
    weight: 8,
    arbitrary: fc.record({ do: fc.constantFrom('open' as const, 'save' as const, 'share' as const, 'takeBack' as const), about }),
  },
  { weight: 5, arbitrary: fc.record({ do: fc.constantFrom('memberSaves' as const, 'erase' as const, 'close' as const), about }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('deleteByHand' as const), about }) },
  {
    weight: 8,
    arbitrary: fc.record({ do: fc.constant('pass' as const), days: fc.constantFrom(1, 2, 20, 29, 45, 89, 91, 200, -2, -45, -200) }),
  },
  { weight: 6, arbitrary: fc.constant({ do: 'purge' as const, hours: 2 }) },
  { weight: 1, arbitrary: fc.constant({ do: 'purge' as const, hours: 73 }) },
  { weight: 3, arbitrary: fc.constant({ do: 'word' as const }) },
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

let fixture: Fixture
let owner: Actor
let began: number
beforeAll(async () => {
  fixture = await openFixture()
  began = fixture.time
  const casework = fixture.store.casework!
  owner = actorOf((await makeOwner(casework, fixture.time)).member)
  await casework.retention.choose(owner, 1)
})
afterAll(() => fixture.end())

/** On a database server each life takes several times as long. */
const LIVES = TEST_SERVER === null ? 15 : 3

/** How many claims the purge deleted in all lives. A life without a deletion proves little. */
let gone = 0

/** The first steps of every life. */
const BEGINNINGS: readonly Step[] = [
  { do: 'begin', withWords: true, share: true },
  { do: 'begin', withWords: true, share: false },
  { do: 'begin', withWords: false, share: false },
]

async function live(steps: readonly Step[]): Promise<void> {
  const { store } = fixture
  const { drafts } = store
  const casework = store.casework!
  fixture.time = began
  for (const table of ['Case', 'Draft', 'AuditEvent', 'RateLimit']) await fixture.rows(`DELETE FROM "${table}"`)
  await fixture.rows('UPDATE "PurgeClock" SET "ranAt" = NULL, "lookedAt" = NULL, "newestKnown" = NULL, doubt = ?, hours = 0', '')
  /** Hours waited since the clock last jumped, never fewer than the purge itself counts. */
  let waited = 0
  let claims: Told[] = []
  const idsOf = async (sql: string) => new Set((await fixture.rows<{ id: string }>(sql)).map(({ id }) => id))
  const standing = () => idsOf('SELECT id FROM "Draft"')
  const held = () => idsOf('SELECT "draftId" AS id FROM "Case" WHERE "grant" IS NOT NULL AND "draftId" IS NOT NULL')
  const caseOf = async ({ draftId }: Told) =>
    (await fixture.rows<{ number: number }>('SELECT number FROM "Case" WHERE "draftId" = ? AND "grant" IS NOT NULL', draftId))[0]?.number ??
    0
  const counts = (claim: Told, days: number) => void (claim.keep = Math.max(claim.keep, fixture.time + days * DAY_MS))

  /** Opens the claim in a browser, as its survivor does; `null` where they cannot open it any more. */
  async function enter(claim: Told) {
    const again = claim.words === null ? null : await drafts.openByPhrase(claim.words, 'address')
    const session = again?.ok ? again.session : claim.session
    const draft = await drafts.find(session)
    if (!draft) return null
    if (claim.words !== null) counts(claim, 90)
    claim.shown = dayInLosAngeles(draft.deleteAfter)
    expect(draft.isHeld).toBe((await held()).has(claim.draftId))
    return { session, draft }
  }

  async function isKept(): Promise<void> {
    const rows = await fixture.rows<{ id: string; until: string }>('SELECT id, CAST("deleteAfter" AS TEXT) AS until FROM "Draft"')
    const until = new Map(rows.map(({ id, until }) => [id, Date.parse(`${until.slice(0, 23).replace(' ', 'T')}Z`)]))
    for (const { draftId, keep } of claims)
      expect(until.get(draftId), 'what is stored is no sooner than the rule').toBeGreaterThanOrEqual(keep)
  }

  async function purge(call: 'hour' | 'clock-is-right'): Promise<void> {
    const [heldBefore, doubted] = [await held(), (await store.waiting()).length > 0]
    if (call === 'hour') waited = doubted ? waited + 1 : 0
    const mayDelete = !doubted || call === 'clock-is-right' || waited >= 72
    await store.purge.run(call)
    const [left, heldNow, waits] = [await standing(), await held(), (await store.waiting()).length > 0]
    for (const claim of claims) {
      if (heldBefore.has(claim.draftId) && !heldNow.has(claim.draftId)) counts(claim, 90)
      if (left.has(claim.draftId)) continue
      expect(mayDelete, 'nothing goes while the purge waits').toBe(true)
      gone += 1
      expect(fixture.time, 'nothing goes before its time').toBeGreaterThanOrEqual(claim.keep)
      expect(dayInLosAngeles(new Date(fixture.time)) >= claim.shown, `not before ${claim.shown}`).toBe(true)
    }
    claims = claims.filter(({ draftId }) => left.has(draftId))
    if (waits) return
    const past = await fixture.rows<{ id: string }>('SELECT id FROM "Draft" WHERE "deleteAfter" < ?', stamp(fixture.time))
    expect(
      past.filter(({ id }) => !heldNow.has(id)),
      'nothing past its day is left',
    ).toEqual([])
  }

  for (const each of [...BEGINNINGS, ...steps]) {
    await isKept()
    // An hour passes, so that limits on tries and codes valid for minutes do not matter here.
    fixture.time += HOUR_MS
    if (each.do === 'pass') {
      fixture.time += each.days * DAY_MS
      if (each.days < 0 || each.days > 29) waited = 0
    } else if (each.do === 'word') await purge('clock-is-right')
    else if (each.do === 'purge')
      for (let hour = 0; hour < each.hours; hour++) {
        fixture.time += HOUR_MS
        await purge('hour')
      }
    else if (each.do === 'begin') {
      const { session } = await drafts.create({ answers, language: 'es' })
      const made = each.withWords ? await drafts.setPhrase(session, 'es') : null
      const draftId = (await drafts.find(session))!.draftId
      const claim: Told = { draftId, session, words: made?.ok ? made.phrase.text : null, shown: '', keep: 0 }
      counts(claim, each.withWords ? 90 : 1)
      claims.push(claim)
      if (each.share && (await shareByCode(casework, owner, session, ALL_PARTS)).ok) counts(claim, 90)
      claim.shown = dayInLosAngeles((await drafts.find(session))!.deleteAfter)
    } else {
      const claim = claims[each.about]
      if (!claim) continue
      if (each.do === 'memberSaves') {
        const found = await casework.cases.find(owner, await caseOf(claim))
        if (!found.ok) continue
        const saved = { ...found.value.answers, place: { value: { county: `County ${fixture.time}` } } }
        const done = await casework.cases.save(owner, found.value.number, found.value.revision, { answers: saved })
        if (done.ok && done.value.ok) counts(claim, 90)
      } else if (each.do === 'close') {
        await casework.cases.takeStep(owner, await caseOf(claim), { type: 'CLOSED', closedOn: '2026-01-02', why: 'finished' })
      } else if (each.do === 'erase') {
        const done = await casework.retention.erase(owner, await caseOf(claim))
        if (done.ok) counts(claim, 90)
      } else {
        const open = await enter(claim)
        if (!open) continue
        const { session, draft } = open
        if (each.do === 'save') {
          const saved = await drafts.save(session, draft.revision, { answers, language: 'en' }, draft)
          expect(saved.ok).toBe(true)
          counts(claim, claim.words === null ? 1 : 90)
        } else if (each.do === 'share') {
          if ((await shareByCode(casework, owner, session, ALL_PARTS)).ok) counts(claim, 90)
        } else if (each.do === 'takeBack') {
          const [share] = (await casework.shares.list(session)) ?? []
          if (share && (await casework.shares.takeBack(session, share.caseId))) counts(claim, 90)
        } else if (each.do === 'deleteByHand') {
          await drafts.deleteNow(session)
          claims = claims.filter(other => other !== claim)
        }
        if (each.do !== 'deleteByHand') claim.shown = dayInLosAngeles((await drafts.find(session))!.deleteAfter)
      }
    }
  }
}

const stamp = (time: number) => new Date(time).toISOString().replace('Z', '+00:00')

test('the purge deletes nothing before the day last shown, and once it goes on nothing past its day is left', async () => {
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 24 }), live), { numRuns: LIVES, seed: 13, endOnFailure: true })
  expect(gone).toBeGreaterThanOrEqual(LIVES)
})
