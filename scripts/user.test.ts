import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addMember, joinWithPassword, makeOwner } from '#app/data/testing/casework-fixture.ts'
import type { Casework } from '#app/data/casework.server.ts'
import { openFixture, type Fixture } from '#app/data/testing/draft-fixture.ts'
import { runUserCommand } from './user.ts'

const SITE = 'https://claims.example'
let fixture: Fixture
let casework: Casework

beforeEach(async () => {
  fixture = await openFixture()
  casework = fixture.store.casework!
})
afterEach(() => fixture.end())

const run = (...words: string[]) => runUserCommand(casework, SITE, words)
const secretIn = (lines: readonly string[]) => /^https:\/\/claims\.example\/work\/join#([\w-]{43})$/.exec(lines.at(-1) ?? '')?.[1] ?? ''

describe('npm run user', () => {
  test('invites the owner of a new organization, and one more owner, and lists them', async () => {
    expect(await run('list')).toEqual({ lines: ['There is no organization yet.'], code: 0 })
    const { lines } = await run('invite', 'owner')
    const { organization } = await joinWithPassword(casework, secretIn(lines), 'ana', fixture.time)
    const more = await run('invite', 'owner', organization.id)
    const second = await joinWithPassword(casework, secretIn(more.lines), 'sol', fixture.time)
    expect(second).toMatchObject({ member: { role: 'owner' }, organization: { id: organization.id } })
    expect((await run('list')).lines).toEqual([
      `Casa Ejemplo (${organization.id})`,
      '  ana  owner  Name of ana',
      '  sol  owner  Name of sol',
    ])
    expect(await run('invite', 'owner', 'elsewhere')).toEqual({ lines: ['There is no such organization.'], code: 1 })
  })

  test('takes access away and gives it back, but not the last owner’s', async () => {
    const { organization } = await makeOwner(casework, fixture.time)
    const { session } = await addMember(casework, organization.id, 'supervisor', 'sol', fixture.time)
    expect(await run('disable', 'Sol')).toEqual({ lines: ['Done.'], code: 0 })
    expect(await casework.sessions.find(session)).toBeNull()
    expect((await run('list')).lines).toContain('  sol  supervisor  Name of sol  no access')
    expect((await run('reset', 'sol')).code).toBe(1)
    expect((await run('enable', 'sol')).code).toBe(0)
    expect((await run('disable', 'owner')).code).toBe(1)
    expect((await run('disable', 'nobody')).code).toBe(1)
  })

  test('prints a link that chooses new ways to sign in', async () => {
    const { organization } = await makeOwner(casework, fixture.time)
    const { member } = await addMember(casework, organization.id, 'caseworker', 'ana', fixture.time)
    const { lines } = await run('reset', 'ana')
    expect(await casework.joining.find(secretIn(lines), '')).toMatchObject({ view: { kind: 'reset', login: 'ana' } })
    expect(await casework.ways.find(member.id)).toEqual({ passkeys: [], hasPassword: false, recoveryCodes: 0 })
  })

  test.each([
    [],
    ['invite'],
    ['invite', 'volunteer'],
    ['disable'],
    ['disable', 'a', 'b'],
    ['list', 'all'],
    ['drop', 'ana'],
    ['invite', 'owner', 'a', 'b'],
  ])('says how it is used with %j', async (...words) => {
    const { lines, code } = await run(...words)
    expect(code).toBe(2)
    expect(lines).toHaveLength(6)
  })
})
