import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addMember, makeOwner, TEST_PASSWORD } from '../testing/casework-fixture.ts'
import type { Casework } from '../casework.server.ts'
import { openFixture, TEST_SERVER, type Fixture } from '../testing/draft-fixture.ts'
import { openStore } from '../store.server.ts'

let fixture: Fixture
let casework: Casework
let owner: Awaited<ReturnType<typeof makeOwner>>
let home: string

beforeEach(async () => {
  fixture = await openFixture()
  casework = fixture.store.casework!
  owner = await makeOwner(casework, fixture.time)
  home = owner.organization.id
})
afterEach(() => fixture.end())

describe('members', () => {
  test('are listed by name, and found by login or within their organization alone', async () => {
    const { member } = await addMember(casework, home, 'caseworker', 'ana', fixture.time)
    const away = await makeOwner(casework, fixture.time, 'stranger')
    expect((await casework.members.list(home)).map(({ login }) => login)).toEqual(['ana', 'owner'])
    expect(await casework.members.find(home, member.id)).toMatchObject({ login: 'ana' })
    expect(await casework.members.find(away.organization.id, member.id)).toBeNull()
    expect(await casework.members.findByLogin(' ANA ')).toMatchObject({ id: member.id })
    expect(await casework.members.findByLogin('nobody')).toBeNull()
  })

  test('can get another role and a team of their own organization', async () => {
    const { member, session } = await addMember(casework, home, 'volunteer', 'vic', fixture.time)
    const away = await makeOwner(casework, fixture.time, 'stranger')
    const [north, theirs] = [
      await casework.organizations.addTeam(home, 'North'),
      await casework.organizations.addTeam(away.organization.id, 'Theirs'),
    ]
    expect(await casework.members.change(home, member.id, { role: 'caseworker', teamId: north.id }, 'owner')).toBe('done')
    expect(await casework.sessions.find(session)).toMatchObject({ member: { role: 'caseworker', teamId: north.id } })
    expect(await casework.members.change(home, member.id, { role: 'caseworker', teamId: theirs.id }, 'owner')).toBe('gone')
    expect(await casework.members.change(away.organization.id, member.id, { role: 'owner', teamId: null }, 'owner')).toBe('gone')
    expect(await casework.organizations.removeTeam(away.organization.id, north.id)).toBe(false)
    expect(await casework.organizations.renameTeam(away.organization.id, north.id, 'X')).toBe(false)
    expect(await casework.organizations.renameTeam(home, north.id, 'Up')).toBe(true)
    expect(await casework.organizations.teams(home)).toEqual([{ id: north.id, name: 'Up' }])
    expect(await casework.organizations.removeTeam(home, north.id)).toBe(true)
    expect(await casework.members.find(home, member.id)).toMatchObject({ teamId: null })
  })

  test('are changed only by a role that gives theirs, and only to a role that it gives', async () => {
    const { member } = await addMember(casework, home, 'caseworker', 'ana', fixture.time)
    expect(await casework.members.change(home, member.id, { role: 'supervisor', teamId: null }, 'supervisor')).toBe('not-yours')
    expect(await casework.members.change(home, owner.member.id, { role: 'volunteer', teamId: null }, 'supervisor')).toBe('not-yours')
    expect(await casework.members.setDisabled(home, owner.member.id, true, 'supervisor')).toBe('not-yours')
    expect(await casework.members.setDisabled(home, member.id, true, 'caseworker')).toBe('not-yours')
    expect(await casework.members.change(home, member.id, { role: 'volunteer', teamId: null }, 'supervisor')).toBe('done')
  })

  test('always include an owner who can sign in, even where two owners are disabled at once', async () => {
    expect(await casework.members.change(home, owner.member.id, { role: 'volunteer', teamId: null }, 'owner')).toBe('last-owner')
    expect(await casework.members.setDisabled(home, owner.member.id, true, 'owner')).toBe('last-owner')
    const { member } = await addMember(casework, home, 'owner', 'second', fixture.time)
    const results = await Promise.all([owner.member.id, member.id].map(id => casework.members.setDisabled(home, id, true, 'owner')))
    expect(results.sort()).toEqual(['done', 'last-owner'])
  })

  test('whose access was taken away are signed out, and stay out until they get it back', async () => {
    const { member, session } = await addMember(casework, home, 'caseworker', 'ana', fixture.time)
    expect(await casework.members.setDisabled(home, member.id, true, 'owner')).toBe('done')
    expect(await casework.sessions.find(session)).toBeNull()
    expect(await casework.invitations.reset(home, member.id)).toBeNull()
    expect(await casework.members.setDisabled(home, member.id, false, 'owner')).toBe('done')
    expect(await casework.sessions.find(session)).toBeNull()
    expect(await casework.members.find(home, member.id)).toMatchObject({ disabled: false })
  })

  test('whose role was raised in the database cannot sign in', async () => {
    const { session } = await addMember(casework, home, 'volunteer', 'vic', fixture.time)
    await fixture.rows(`UPDATE "Member" SET role = 'owner' WHERE role = 'volunteer'`)
    await expect(casework.sessions.find(session)).rejects.toThrow(/does not open/)
  })
})

describe('the stored data of an organization', () => {
  test('holds no name, login, password, code, cookie or secret in readable form', async () => {
    const { secret } = await casework.invitations.invite(home, { role: 'volunteer', teamId: null, name: 'Zanzibar' })
    const team = await casework.organizations.addTeam(home, 'Quokkateam')
    const ana = await addMember(casework, home, 'caseworker', 'xylophone', fixture.time, team.id)
    const bytes = (await fixture.bytes()).toString('latin1')
    const typed = [
      'Zanzibar',
      'Quokkateam',
      'xylophone',
      'Casa Ejemplo',
      TEST_PASSWORD,
      secret,
      ana.codeSecret,
      ana.session,
      ...ana.recoveryCodes,
    ]
    for (const text of typed) expect(bytes.includes(text), text).toBe(false)
  })

  test('can be read after a restart', async () => {
    const again = await openStore(fixture.settings, () => fixture.time)
    expect(await again.casework?.sessions.find(owner.session)).toMatchObject({ member: { login: 'owner' } })
    await again.close()
  })

  test.skipIf(TEST_SERVER !== null)('does not open where a name was moved to another row', async () => {
    await addMember(casework, home, 'owner', 'second', fixture.time)
    await fixture.rows('UPDATE "Member" SET name = (SELECT name FROM "Member" WHERE id = ?)', owner.member.id)
    await expect(casework.members.list(home)).rejects.toThrow(/does not open/)
  })
})
