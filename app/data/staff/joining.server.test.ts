import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  addMember,
  codeAt,
  joinWithPassword,
  makeOwner,
  TEST_CALLER,
  TEST_PASSWORD,
  TEST_SITE,
  TestPasskey,
} from '../testing/casework-fixture.ts'
import type { Casework } from '../casework.server.ts'
import { openFixture, type Fixture } from '../testing/draft-fixture.ts'
import { INVITATION_DAYS, SHORT_LINK_HOURS } from './invitations.server.ts'

let fixture: Fixture
let casework: Casework

beforeEach(async () => {
  fixture = await openFixture()
  casework = fixture.store.casework!
})
afterEach(() => fixture.end())

const HOUR = 3_600_000
const found = async (secret: string) => {
  const result = await casework.joining.find(secret, TEST_CALLER.clientKey)
  return result.ok ? result.view : result.reason
}
const form = (login: string) => ({ organizationName: 'Casa Ejemplo', name: 'Ana', login })
const joinByPasskey = async (secret: string, login: string, passkey = new TestPasskey()) =>
  casework.joining.join(
    secret,
    form(login),
    { kind: 'passkey', site: TEST_SITE, sent: passkey.make((await casework.joining.passkeyOptions(secret, login, TEST_SITE))!) },
    TEST_CALLER,
  )

describe('the first owner’s link', () => {
  test('makes an organization and its owner once, while there is none', async () => {
    const [one, two] = [await casework.invitations.inviteFirstOwner(), await casework.invitations.inviteFirstOwner()]
    expect(await found(one!.secret)).toEqual({ kind: 'first', role: 'owner', name: '', organizationName: null, login: null })
    const { member, organization } = await joinWithPassword(casework, one!.secret, 'Ana@Example.org', fixture.time)
    expect(member).toMatchObject({ role: 'owner', teamId: null, login: 'ana@example.org', organizationId: organization.id })
    expect(await found(one!.secret)).toBeNull()
    expect(await found(two!.secret)).toBeNull()
    expect(await casework.invitations.inviteFirstOwner()).toBeNull()
  })

  test('makes only one organization where two links are used at once', async () => {
    const links = [await casework.invitations.inviteFirstOwner(), await casework.invitations.inviteFirstOwner()]
    const results = await Promise.all(links.map((link, index) => joinByPasskey(link!.secret, `ana${index}`)))
    expect(results.map(result => (result.ok ? 'ok' : result.reason)).sort()).toEqual(['gone', 'ok'])
    expect(await casework.organizations.list()).toHaveLength(1)
  })

  test('is valid for a day, and not where it is guessed, cut or empty', async () => {
    const { secret } = (await casework.invitations.inviteFirstOwner())!
    for (const wrong of ['', 'x', secret.slice(1), `${secret}A`, secret.toLowerCase(), 'A'.repeat(43)])
      expect(await found(wrong)).toBeNull()
    fixture.time += SHORT_LINK_HOURS * HOUR
    expect(await found(secret)).not.toBeNull()
    fixture.time += 1
    expect(await found(secret)).toBeNull()
    await fixture.store.purge.run()
    expect(await fixture.rows('SELECT id FROM "Invitation"')).toEqual([])
  })
})

describe('a link to join', () => {
  let owner: Awaited<ReturnType<typeof makeOwner>>
  beforeEach(async () => {
    owner = await makeOwner(casework, fixture.time)
  })
  const invite = (role: 'owner' | 'volunteer' = 'volunteer') =>
    casework.invitations.invite(owner.organization.id, { role, teamId: null, name: 'Vic' })

  test('says who invites whom, gives role and team, and works once, also with a passkey', async () => {
    const team = await casework.organizations.addTeam(owner.organization.id, 'North')
    const { secret } = await casework.invitations.invite(owner.organization.id, { role: 'volunteer', teamId: team.id, name: 'Vic' })
    expect(await found(secret)).toEqual({ kind: 'join', role: 'volunteer', name: 'Vic', organizationName: 'Casa Ejemplo', login: null })
    const joined = await joinByPasskey(secret, 'vic')
    expect(joined).toMatchObject({ ok: true, recoveryCodes: [] })
    expect(await casework.sessions.find(joined.ok ? joined.session : null)).toMatchObject({
      member: { role: 'volunteer', teamId: team.id, login: 'vic' },
    })
    expect(await casework.joining.passkeyOptions(secret, 'other', TEST_SITE)).toBeNull()
    const offer = casework.joining.offerCode(secret)
    const way = { kind: 'password', password: TEST_PASSWORD, ticket: offer.ticket, code: codeAt(offer.secret, fixture.time) } as const
    expect(await casework.joining.join(secret, form('other'), way, TEST_CALLER)).toEqual({ ok: false, reason: 'gone' })
  })

  test('stays valid where the code, the ticket or the login name was wrong', async () => {
    const { secret } = await invite()
    const offer = casework.joining.offerCode(secret)
    expect(casework.joining.offerCode(secret, offer.ticket)).toEqual(offer)
    expect(casework.joining.offerCode('another link', offer.ticket).secret).not.toBe(offer.secret)
    const join = (login: string, more: object) =>
      casework.joining.join(
        secret,
        form(login),
        { kind: 'password', password: TEST_PASSWORD, ticket: offer.ticket, code: codeAt(offer.secret, fixture.time), ...more },
        TEST_CALLER,
      )
    expect(await join('vic', { code: '000000' })).toEqual({ ok: false, reason: 'proof' })
    expect(await join('vic', { ticket: 'nonsense' })).toEqual({ ok: false, reason: 'proof' })
    expect(await join(' OWNER', {})).toEqual({ ok: false, reason: 'login-taken' })
    expect(await casework.joining.passkeyOptions(secret, 'owner', TEST_SITE)).toBeNull()
    expect(await join('vic', {})).toMatchObject({ ok: true })
  })

  test('is listed without its secret, can be withdrawn, and ends after a week', async () => {
    const [one, two] = [await invite(), await invite()]
    const list = await casework.invitations.list(owner.organization.id)
    expect(list).toHaveLength(2)
    expect(JSON.stringify(list)).not.toContain(one.secret)
    const id = (await fixture.rows<{ id: string }>('SELECT id FROM "Invitation"'))[0]!.id
    await casework.invitations.withdraw('another organization', id)
    expect(await casework.invitations.list(owner.organization.id)).toHaveLength(2)
    for (const link of list) await casework.invitations.withdraw(owner.organization.id, link.id)
    expect(await found(two.secret)).toBeNull()
    const { secret } = await invite()
    fixture.time += INVITATION_DAYS * 24 * HOUR + 1
    expect(await found(secret)).toBeNull()
  })

  test('lets nobody in where its row was changed in the database', async () => {
    const { secret } = await invite()
    const strangers = await makeOwner(casework, fixture.time, 'stranger')
    await fixture.rows('UPDATE "Invitation" SET "organizationId" = ?', strangers.organization.id)
    expect(await found(secret)).toBeNull()
  })

  test('for a reset ends old sign-in methods and sessions, keeps the member, and lets them choose new methods', async () => {
    const ana = await addMember(casework, owner.organization.id, 'caseworker', 'ana', fixture.time)
    const link = (await casework.invitations.reset(owner.organization.id, ana.member.id))!
    expect(await casework.sessions.find(ana.session)).toBeNull()
    fixture.time += 60_000
    const signIn = () =>
      casework.signIn.byPassword({ login: 'ana', password: TEST_PASSWORD, code: codeAt(ana.codeSecret, fixture.time) }, TEST_CALLER)
    expect(await signIn()).toEqual({ ok: false, reason: 'wrong' })
    expect(await found(link.secret)).toMatchObject({ kind: 'reset', login: 'ana', role: 'caseworker' })
    const joined = await joinByPasskey(link.secret, 'ignored')
    expect(await casework.sessions.find(joined.ok ? joined.session : null)).toMatchObject({
      member: { id: ana.member.id, login: 'ana', name: 'Name of ana' },
    })
    expect(await casework.invitations.reset('another organization', ana.member.id)).toBeNull()
  })
})
