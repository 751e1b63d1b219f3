import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { TRY_LIMITS } from '#app/security/throttle/throttle.server.ts'
import { addMember, codeAt, makeOwner, TEST_CALLER, TEST_PASSWORD, TEST_SITE, TestPasskey } from '../testing/casework-fixture.ts'
import type { Casework } from '../casework.server.ts'
import { openFixture, type Fixture } from '../testing/draft-fixture.ts'
import { FRESH_MINUTES, STAFF_SESSION_HOURS } from './staff-sessions.server.ts'

let fixture: Fixture
let casework: Casework
let owner: Awaited<ReturnType<typeof makeOwner>>

beforeEach(async () => {
  fixture = await openFixture()
  casework = fixture.store.casework!
  owner = await makeOwner(casework, fixture.time)
  // The code of joining was used up, so the tests begin in a later time step.
  fixture.time += 60_000
})
afterEach(() => fixture.end())

const WRONG = { ok: false, reason: 'wrong' }
const MINUTE = 60_000
const signIn = (form: Partial<Parameters<Casework['signIn']['byPassword']>[0]> = {}) =>
  casework.signIn.byPassword(
    { login: 'owner', password: TEST_PASSWORD, code: codeAt(owner.codeSecret, fixture.time), ...form },
    TEST_CALLER,
  )

describe('password and code', () => {
  test('open a session of the member', async () => {
    const result = await signIn({ login: ' OWNER ' })
    expect(await casework.sessions.find(result.ok ? result.session : null)).toMatchObject({
      member: { login: 'owner', role: 'owner', name: 'Name of owner', disabled: false },
      organization: { name: 'Casa Ejemplo', idleMinutes: 15 },
      fresh: true,
    })
  })

  test('get the same answer where any of them is wrong, unknown or missing', async () => {
    for (const wrong of [
      { login: 'nobody' },
      { login: '' },
      { password: 'six quiet garden stone' },
      { code: '000000' },
      { code: '' },
      { code: 'abcd-efgh-jkmn-pqrs' },
    ]) {
      expect(await signIn(wrong)).toEqual(WRONG)
    }
  })

  test('need a code that works once, and a wrong password uses no code up', async () => {
    const code = codeAt(owner.codeSecret, fixture.time)
    expect(await signIn({ code, password: 'another password' })).toEqual(WRONG)
    expect(await signIn({ code })).toMatchObject({ ok: true })
    expect(await signIn({ code })).toEqual(WRONG)
    fixture.time += 30_000
    expect(await signIn()).toMatchObject({ ok: true })
  })

  test('let in only one of two sign-ins with the same code at once', async () => {
    const results = await Promise.all([signIn(), signIn()])
    expect(results.map(({ ok }) => ok).sort()).toEqual([false, true])
  })

  test('accept a recovery code in place of the phone’s, once, however it is typed, and for its member alone', async () => {
    const [first = '', second = ''] = owner.recoveryCodes
    expect(owner.recoveryCodes).toHaveLength(10)
    expect(first).toMatch(/^[0-9a-hjkmnp-tv-z]{4}(-[0-9a-hjkmnp-tv-z]{4}){3}$/)
    await addMember(casework, owner.organization.id, 'caseworker', 'ana', fixture.time)
    expect(await signIn({ login: 'ana', code: first })).toEqual(WRONG)
    expect(await signIn({ code: first })).toMatchObject({ ok: true })
    expect(await signIn({ code: first })).toEqual(WRONG)
    expect(await signIn({ code: second.toUpperCase().replaceAll('-', ' ') })).toMatchObject({ ok: true })
    expect(await casework.ways.find(owner.member.id)).toMatchObject({ recoveryCodes: 8 })
  })

  test('are slowed at a login, whether or not it exists', async () => {
    for (const login of ['owner', 'nobody']) {
      for (let tries = 0; tries < TRY_LIMITS.row.tries; tries++) expect(await signIn({ login, code: '1' })).toEqual(WRONG)
      expect(await signIn({ login })).toMatchObject({ ok: false, reason: 'slow-down' })
    }
  })

  test('are forgiven earlier mistakes once they are right', async () => {
    for (let tries = 1; tries < TRY_LIMITS.row.tries; tries++) expect(await signIn({ code: '1' })).toEqual(WRONG)
    expect(await signIn()).toMatchObject({ ok: true })
    for (let tries = 0; tries < TRY_LIMITS.row.tries; tries++) expect(await signIn({ code: '1' })).toEqual(WRONG)
  })
})

describe('a passkey', () => {
  const options = async () => {
    const asked = await casework.signIn.passkeyOptions(TEST_SITE, TEST_CALLER.clientKey)
    if (!asked.ok) throw new Error(asked.reason)
    return asked.options
  }
  const add = async (passkey: TestPasskey, memberId = owner.member.id) => {
    const asked = await casework.ways.newPasskeyOptions(memberId, TEST_SITE)
    return casework.ways.addPasskey(memberId, TEST_SITE, passkey.make(asked!))
  }
  const use = (sent: unknown) => casework.signIn.byPasskey(TEST_SITE, sent, TEST_CALLER)

  test('opens a session of its member, without a login name', async () => {
    const passkey = new TestPasskey()
    expect(await add(passkey)).toBe(true)
    const result = await use(passkey.use(await options()))
    expect(await casework.sessions.find(result.ok ? result.session : null)).toMatchObject({ member: { login: 'owner' } })
    expect((await casework.ways.find(owner.member.id)).passkeys).toMatchObject([{ lastUsedAt: new Date(fixture.time) }])
  })

  test('answers a challenge once and in time, and only a challenge of its purpose', async () => {
    const passkey = new TestPasskey()
    await add(passkey)
    const answer = passkey.use(await options())
    expect(await use(answer)).toMatchObject({ ok: true })
    expect(await use(answer)).toEqual(WRONG)
    expect(await use(passkey.use({ challenge: 'AAAA' }))).toEqual(WRONG)
    const forAdding = await casework.ways.newPasskeyOptions(owner.member.id, TEST_SITE)
    expect(await use(passkey.use(forAdding!))).toEqual(WRONG)
    const late = await options()
    fixture.time += 5 * MINUTE + 1
    expect(await use(passkey.use(late))).toEqual(WRONG)
  })

  test('opens nothing where it is unknown, copied, of another site, or used without proof of its person', async () => {
    expect(await use(new TestPasskey().use(await options()))).toEqual(WRONG)
    for (const [site, flags] of [
      [{ id: 'localhost', origin: 'http://evil.example' }, 5],
      [{ id: 'evil.example', origin: TEST_SITE.origin }, 5],
      [TEST_SITE, 1],
    ] as const) {
      expect(await add(new TestPasskey(site, flags))).toBe(false)
    }
    const passkey = new TestPasskey()
    await add(passkey)
    passkey.counter = 7
    expect(await use(passkey.use(await options()))).toMatchObject({ ok: true })
    passkey.counter = 3
    expect(await use(passkey.use(await options()))).toEqual(WRONG)
    for (const nonsense of [null, 'x', {}, { id: 'x' }, { ...passkey.use(await options()), type: 'other' }])
      expect(await use(nonsense)).toEqual(WRONG)
  })

  test('is added for the member who asked, not for another', async () => {
    const { member } = await addMember(casework, owner.organization.id, 'caseworker', 'ana', fixture.time)
    const asked = await casework.ways.newPasskeyOptions(owner.member.id, TEST_SITE)
    expect(await casework.ways.addPasskey(member.id, TEST_SITE, new TestPasskey().make(asked!))).toBe(false)
  })

  test('can be removed, and so can the password, but not the last sign-in method', async () => {
    const { id } = owner.member
    expect(await casework.ways.removePassword(id)).toBe('last-way')
    await add(new TestPasskey())
    expect(await casework.ways.removePassword(id)).toBe('done')
    expect(await signIn()).toEqual(WRONG)
    const { passkeys, hasPassword, recoveryCodes } = await casework.ways.find(id)
    expect([passkeys.length, hasPassword, recoveryCodes]).toEqual([1, false, 0])
    expect(await casework.ways.removePasskey(id, passkeys[0]!.id)).toBe('last-way')
  })
})

describe('a new password', () => {
  test('needs a code of the phone that got its secret, and ends the old password and its recovery codes', async () => {
    const { id } = owner.member
    const offer = casework.ways.offerCode(id)
    const set = (more: object) =>
      casework.ways.setPassword(id, {
        password: 'another long password',
        ticket: offer.ticket,
        code: codeAt(offer.secret, fixture.time),
        ...more,
      })
    expect(await set({ code: '123456' })).toEqual({ ok: false, reason: 'code' })
    expect(await set({ ticket: casework.ways.offerCode('other').ticket })).toEqual({ ok: false, reason: 'code' })
    expect(await set({})).toMatchObject({ ok: true })
    expect(await signIn()).toEqual(WRONG)
    expect(await signIn({ code: owner.recoveryCodes[0]! })).toEqual(WRONG)
    fixture.time += 30_000
    expect(await signIn({ password: 'another long password', code: codeAt(offer.secret, fixture.time) })).toMatchObject({ ok: true })
    fixture.time += 30 * MINUTE
    expect(await set({})).toEqual({ ok: false, reason: 'code' })
  })
})

describe('a session', () => {
  test('ends after the idle minutes of its organization, and stays open while it is used', async () => {
    for (let step = 0; step < 4; step++) {
      fixture.time += 14 * MINUTE
      expect(await casework.sessions.find(owner.session)).not.toBeNull()
    }
    await casework.organizations.change(owner.organization.id, { name: 'Casa', idleMinutes: 5 })
    fixture.time += 5 * MINUTE + 1
    expect(await casework.sessions.find(owner.session)).toBeNull()
    await casework.organizations.change(owner.organization.id, { name: 'Casa', idleMinutes: 60 })
    expect(await casework.sessions.find(owner.session)).toBeNull()
  })

  test('is not kept open by requests of the page’s script', async () => {
    fixture.time += 14 * MINUTE
    expect(await casework.sessions.find(owner.session, 'page')).not.toBeNull()
    fixture.time += MINUTE + 1
    expect(await casework.sessions.find(owner.session, 'page')).toBeNull()
  })

  test('is no longer fresh after a while, and ends after a working day', async () => {
    fixture.time += FRESH_MINUTES * MINUTE
    expect(await casework.sessions.find(owner.session)).toMatchObject({ fresh: false })
    for (let minutes = 0; minutes < STAFF_SESSION_HOURS * 60; minutes += 14) {
      await casework.sessions.find(owner.session)
      fixture.time += 14 * MINUTE
    }
    expect(await casework.sessions.find(owner.session)).toBeNull()
  })

  test('can be listed and ended by its member, one by one or all but one, but not by another member', async () => {
    const { member, session } = await addMember(casework, owner.organization.id, 'caseworker', 'ana', fixture.time)
    const second = await signIn()
    const list = await casework.sessions.list(owner.member.id)
    expect(list.map(({ browser }) => browser)).toEqual(['firefox/linux', 'firefox/linux'])
    await casework.sessions.revoke(member.id, list[0]!.id)
    expect(await casework.sessions.list(owner.member.id)).toHaveLength(2)
    const { sessionId } = (await casework.sessions.find(second.ok ? second.session : null))!
    await casework.sessions.revokeOthers(owner.member.id, sessionId)
    expect(await casework.sessions.find(owner.session)).toBeNull()
    await casework.sessions.revoke(owner.member.id, sessionId)
    expect(await casework.sessions.list(owner.member.id)).toEqual([])
    expect(await casework.sessions.find(session)).not.toBeNull()
    await casework.sessions.end(session)
    expect(await casework.sessions.find(session)).toBeNull()
  })

  test('does not open with half of its cookie, nor for another member who was put into its row', async () => {
    const { member, session } = await addMember(casework, owner.organization.id, 'volunteer', 'vic', fixture.time)
    expect(await casework.sessions.find(`${session.slice(0, -4)}AAAA`)).toBeNull()
    await fixture.rows('UPDATE "StaffSession" SET "memberId" = ? WHERE "memberId" = ?', owner.member.id, member.id)
    expect(await casework.sessions.find(session)).toBeNull()
  })
})
