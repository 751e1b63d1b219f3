import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { dayInLosAngeles } from '#app/clock.server.ts'
import type { ClaimFile } from '#machines/answers/claim-file.ts'
import type { Actor } from '#machines/casework/permissions.ts'
import { answersFromClaim } from '#machines/claim/assemble.ts'
import type { DraftProposal } from '#machines/draft/events.ts'
import { ALL_PARTS, makeOwner, shareByCode } from '../testing/casework-fixture.ts'
import type { Casework } from '../casework.server.ts'
import { openFixture, type Fixture } from '../testing/draft-fixture.ts'
import type { Drafts } from './drafts.server.ts'
import { actorOf } from '../organizations/members.server.ts'

const DAY_MS = 86_400_000
const ANSWERS = { filer: { value: { filer: 'victim' } }, names: { value: { firstName: 'Rosa', lastName: 'Ejemplo' } } }
const COMPLETE = answersFromClaim(JSON.parse(readFileSync('examples/rosa-alone.json', 'utf8')) as ClaimFile)
const PAPER = { bytes: new Uint8Array([1, 2, 3]), format: 'pdf', pages: 1 } as const
const WORDS = { kind: 'other', title: 'Papel' } as const

let fixture: Fixture
let casework: Casework
let drafts: Drafts
let owner: Actor

beforeEach(async () => {
  fixture = await openFixture()
  casework = fixture.store.casework!
  drafts = fixture.store.drafts
  owner = actorOf((await makeOwner(casework, fixture.time)).member)
})
afterEach(() => fixture.end())

const passDays = (days: number) => (fixture.time += days * DAY_MS)
const inDays = (days: number) => new Date(fixture.time + days * DAY_MS)

async function withWords() {
  const { session } = await drafts.create({ answers: ANSWERS, language: 'es' })
  const made = await drafts.setPhrase(session, 'es')
  if (!made.ok) throw new Error(made.reason)
  return { session, words: made.phrase.text }
}

async function openAgain(words: string) {
  const opened = await drafts.openByPhrase(words, 'address')
  if (!opened.ok) throw new Error(opened.reason)
  return opened.session
}

/** The end of the claim's retention, as the database has it. */
async function keptUntil() {
  const [row] = await fixture.rows<{ until: string }>('SELECT CAST("deleteAfter" AS TEXT) AS until FROM "Draft"')
  return new Date(`${row!.until.slice(0, 23).replace(' ', 'T')}Z`)
}

/** A claim with a phrase that an organization has had since its last save, 100 days ago. Returns the phrase. */
async function heldFor100Days() {
  const { session, words } = await withWords()
  expect(await shareByCode(casework, owner, session, ALL_PARTS)).toEqual({ ok: true })
  passDays(100)
  return words
}

describe('a claim with a phrase is kept for 90 days', () => {
  test('after the phrase opened it', async () => {
    const { words } = await withWords()
    passDays(80)
    const session = await openAgain(words)
    expect(await drafts.find(session)).toMatchObject({ deleteAfter: inDays(90), isHeld: false })
    passDays(89)
    expect(await fixture.store.purge.run('clock-is-right')).toMatchObject({ drafts: 0 })
    await openAgain(words)
  })

  test('after a browser that has had it open for more than a day shows it, without a write at every view', async () => {
    const { session } = await withWords()
    const first = inDays(90)
    const step = 15 * 60_000
    for (let passed = step; passed < DAY_MS; passed += step) {
      fixture.time += step
      expect(await drafts.find(session)).toMatchObject({ deleteAfter: first })
    }
    fixture.time += step
    expect(await drafts.find(session)).toMatchObject({ deleteAfter: inDays(90) })
    expect(await keptUntil()).toEqual(inDays(90))
  })

  test('from the day of a clock that was ahead, because no day that was told moves back', async () => {
    const { words } = await withWords()
    passDays(20)
    await openAgain(words)
    const told = await keptUntil()
    passDays(-20)
    const session = await openAgain(words)
    expect(await drafts.save(session, 1, { answers: ANSWERS, language: 'en' })).toMatchObject({ ok: true })
    expect(await drafts.setPhrase(session, 'en')).toMatchObject({ ok: true })
    expect(await keptUntil()).toEqual(told)
  })
})

describe('a claim that an organization has is kept for 90 days', () => {
  test.each<[string, () => Promise<unknown>]>([
    ['a member saved an answer', () => casework.cases.save(owner, 1, 1, { answers: { ...ANSWERS, place: { value: { county: 'Kern' } } } })],
    ['a member added a paper', () => casework.papers.add(owner, 1, WORDS, PAPER)],
    ['a member took a step', () => casework.cases.takeStep(owner, 1, { type: 'CLOSED', closedOn: '2026-01-02', why: 'finished' })],
    ['the organization’s case was erased by hand', () => casework.retention.erase(owner, 1)],
  ])('after %s', async (_what, permission) => {
    await heldFor100Days()
    expect(await permission()).toMatchObject({ ok: true })
    expect(await keptUntil()).toEqual(inDays(90))
    await fixture.rows('UPDATE "Case" SET "grant" = NULL')
    passDays(90)
    expect(await fixture.store.purge.run('clock-is-right')).toMatchObject({ drafts: 0 })
  })

  test('after a closed case was erased automatically', async () => {
    await heldFor100Days()
    await casework.cases.takeStep(owner, 1, { type: 'CLOSED', closedOn: '2026-01-02', why: 'finished' })
    await casework.retention.choose(owner, 4)
    passDays(130)
    expect(await fixture.store.purge.run('clock-is-right')).toMatchObject({ cases: 1, drafts: 0 })
    expect(await keptUntil()).toEqual(inDays(90))
  })

  test('after the organization made its phrase and stopped helping', async () => {
    await casework.cases.create(owner, { language: 'es', about: { label: 'K-1', otherSide: [] }, answers: ANSWERS })
    passDays(100)
    expect(await casework.handOver.handOver(owner, 1, 'es', false)).toMatchObject({ ok: true, value: { ok: true } })
    expect(await keptUntil()).toEqual(inDays(90))
  })

  test('after it was taken back, and says until then that an organization has it', async () => {
    const words = await heldFor100Days()
    const session = await openAgain(words)
    const read = await drafts.find(session)
    expect(read).toMatchObject({ isHeld: true, deleteAfter: inDays(90) })
    passDays(30)
    const later = await openAgain(words)
    await casework.shares.takeBack(later, (await casework.shares.list(later))?.[0]?.caseId ?? '')
    expect(await drafts.find(later)).toMatchObject({ isHeld: false, deleteAfter: inDays(90) })
  })

  test('after it was shared and after it was taken back, even without a phrase', async () => {
    const { session } = await drafts.create({ answers: ANSWERS, language: 'es' })
    expect(await keptUntil()).toEqual(inDays(1))
    await shareByCode(casework, owner, session, ALL_PARTS)
    expect(await keptUntil()).toEqual(inDays(90))
    fixture.time += 60_000
    await casework.shares.takeBack(session, (await casework.shares.list(session))?.[0]?.caseId ?? '')
    expect(await keptUntil()).toEqual(inDays(90))
  })
})

test('a claim that was mailed is kept for 90 days after the last of the Board’s own days', async () => {
  const { session } = await withWords()
  expect(await drafts.save(session, 1, { answers: COMPLETE, language: 'es' })).toMatchObject({ ok: true })
  await shareByCode(casework, owner, session, ALL_PARTS)
  const day = dayInLosAngeles(new Date(fixture.time - 2 * DAY_MS))
  const steps: readonly DraftProposal[] = [
    { type: 'SENT_TO_REVIEW', sentOn: day },
    { type: 'APPROVED', approvedOn: day },
    { type: 'SIGNED_BY', who: 'claimant', signedOn: day },
    { type: 'FILED', filedOn: day },
  ]
  for (const step of steps) {
    expect(await keptUntil(), step.type).toEqual(inDays(90))
    expect(await casework.cases.takeStep(owner, 1, step)).toEqual({ ok: true, value: { ok: true } })
  }
  // 60 + 90 + 150 + 120 days of the Board, 45 to appeal, then 90 of ours.
  const told = new Date(Date.parse(`${day}T12:00:00Z`) + 555 * DAY_MS)
  expect(await keptUntil()).toEqual(told)
  await casework.shares.takeBack(session, (await casework.shares.list(session))?.[0]?.caseId ?? '')
  expect(await drafts.find(session)).toMatchObject({ isHeld: false, deleteAfter: told })
})
