import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '#machines/casework/permissions.ts'
import { ALL_PARTS, addMember, makeOwner, shareByCode } from '../testing/casework-fixture.ts'
import { PRESENT_SECONDS } from './case-presence.server.ts'
import type { Casework } from '../casework.server.ts'
import { openFixture, type Fixture } from '../testing/draft-fixture.ts'
import { actorOf } from '../organizations/members.server.ts'
import type { Drafts } from '../drafts/drafts.server.ts'

const ANSWERS = {
  filer: { value: { filer: 'victim' } },
  names: { value: { firstName: 'Rosa', lastName: 'Ejemplo' } },
  story: { value: { circumstances: 'Palabras propias' } },
}
const OTHER = { page: 'names', entry: { value: { firstName: 'Rosa', lastName: 'Muestra' } } } as const

let fixture: Fixture
let casework: Casework
let drafts: Drafts
let owner: Actor
let session: string

beforeEach(async () => {
  fixture = await openFixture()
  casework = fixture.store.casework!
  drafts = fixture.store.drafts
  owner = actorOf((await makeOwner(casework, fixture.time)).member)
  session = (await drafts.create({ answers: ANSWERS, language: 'es' })).session
  expect(await shareByCode(casework, owner, session)).toEqual({ ok: true })
})
afterEach(() => fixture.end())

const revision = async () => (await drafts.find(session))?.revision ?? 0
const waiting = async () => (await casework.suggestions.waiting(session)) ?? []
const suggested = async (more: typeof OTHER | { page: 'story'; entry: { value: { circumstances: string } } } = OTHER) => {
  expect(await casework.suggestions.make(owner, 1, [more])).toEqual({ ok: true, value: null })
  return (await waiting()).at(-1)?.id ?? ''
}

describe('a suggestion', () => {
  test('waits for the survivor, names the suggesting member’s role, and changes nothing', async () => {
    await suggested()
    expect(await waiting()).toMatchObject([{ ...OTHER, role: 'owner', taken: null }])
    expect(await drafts.find(session)).toMatchObject({ answers: ANSWERS })
  })

  test('becomes the answer when the survivor takes it, and only the survivor may change it then', async () => {
    const id = await suggested()
    expect(await casework.suggestions.decide(session, id, true, await revision())).toBe('done')
    expect(await drafts.find(session)).toMatchObject({ answers: { ...ANSWERS, names: OTHER.entry }, authors: { names: 'taken' } })
    expect(await casework.cases.peek(owner, 1)).toMatchObject({ value: { summary: { names: ['Rosa Muestra'] } } })
    const answers = { ...ANSWERS, names: { value: { firstName: 'Otra' } } }
    expect(await casework.cases.save(owner, 1, await revision(), { answers })).toMatchObject({
      value: { ok: false, reason: 'own-words', pages: ['names'] },
    })
    expect(await waiting()).toEqual([])
    expect(await casework.suggestions.decide(session, id, true, await revision())).toBe('gone')
    expect(await casework.casePages.section(owner, 1)).toMatchObject({ value: { suggestions: [{ id, taken: true }] } })
  })

  test('is not taken beside an answer that the survivor did not see, and can still be declined', async () => {
    const id = await suggested()
    const seen = await revision()
    await drafts.save(session, seen, { answers: { ...ANSWERS, names: { value: { firstName: 'Nueva' } } }, language: 'es' })
    for (const shown of [seen, Number.NaN]) expect(await casework.suggestions.decide(session, id, true, shown)).toBe('changed')
    expect(await drafts.find(session)).toMatchObject({ answers: { names: { value: { firstName: 'Nueva' } } } })
    expect(await casework.suggestions.decide(session, id, false, seen)).toBe('done')
    expect(await casework.casePages.section(owner, 1)).toMatchObject({ value: { suggestions: [{ taken: false }] } })
  })

  test('cannot be decided from another draft or without a session', async () => {
    const id = await suggested()
    const other = (await drafts.create({ answers: ANSWERS, language: 'en' })).session
    for (const cookie of [other, null]) expect(await casework.suggestions.decide(cookie, id, true, 1)).toBe('gone')
    expect(await waiting()).toHaveLength(1)
    expect(await casework.suggestions.waiting(other)).toEqual([])
  })

  test('for the story is shown only to those who have the story, and ends when the claim is taken back', async () => {
    const id = await suggested({ page: 'story', entry: { value: { circumstances: 'Otras palabras' } } })
    const [share] = (await casework.shares.list(session)) ?? []
    await casework.shares.change(session, share!.caseId, { ...ALL_PARTS, story: false })
    expect(await casework.casePages.section(owner, 1)).toMatchObject({ ok: true, value: { suggestions: [] } })
    expect((await waiting()).map(each => each.id)).toEqual([id])
    await casework.shares.takeBack(session, share!.caseId)
    expect(await waiting()).toEqual([])
    expect(await casework.suggestions.make(owner, 1, [OTHER])).toEqual({ ok: false, reason: 'ended' })
  })

  test('is not readable in the database, and still opens after the phrase was replaced', async () => {
    await suggested()
    expect((await fixture.bytes()).includes('Muestra')).toBe(false)
    await drafts.setPhrase(session, 'es')
    expect(await waiting()).toMatchObject([OTHER])
  })
})

test('two members in one case see each other until one has been gone for a while', async () => {
  const supervisor = actorOf((await addMember(casework, owner.organizationId, 'supervisor', 'supervisor', fixture.time)).member)
  expect(await casework.presence.see(owner, 1)).toEqual({ ok: true, value: [] })
  expect(await casework.presence.see(supervisor, 1)).toEqual({ ok: true, value: ['Name of owner'] })
  fixture.time += PRESENT_SECONDS * 1_000
  expect(await casework.presence.see(supervisor, 1)).toEqual({ ok: true, value: [] })
  const stranger = actorOf((await makeOwner(casework, fixture.time, 'stranger')).member)
  expect(await casework.presence.see(stranger, 1)).toEqual({ ok: false, reason: 'not-found' })
})
