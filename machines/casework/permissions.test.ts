import { describe, expect, test } from 'vitest'
import {
  DEEDS,
  GIVES,
  isRole,
  may,
  PERMISSIONS,
  reachOf,
  relationTo,
  ROLES,
  SCOPES,
  type Actor,
  type Deed,
  type Target,
} from './permissions.ts'

/** Widest reach of each role, as it was decided: o organization, t team, w own, - not at all. Columns as ROLES. */
const DECIDED: Readonly<Record<Deed, string>> = {
  //                 owner supervisor caseworker volunteer trainer
  'read:case': 'o t t w -',
  'create:case': 'o t w - -',
  'edit:case': 'o t w w -',
  'assign:case': 'o t - - -',
  'print:case': 'o t w w -',
  'share:case': 'o t w - -',
  'file:case': 'o t w - -',
  'transfer:case': 'o - - - -',
  'delete:case': 'o - - - -',
  'read:note': 'o t t w -',
  'write:note': 'o t w w -',
  'delete:note': 'o t w - -',
  'read:document': 'o t t w -',
  'add:document': 'o t w w -',
  'delete:document': 'o t w - -',
  'ask:review': 'o t w w -',
  'give:review': 'o t - - -',
  'read:member': 'o o o t t',
  'invite:member': 'o t - - -',
  'edit:member': 'o t - - -',
  'disable:member': 'o t - - -',
  'reset:member': 'o t - - -',
  'read:team': 'o o o t t',
  'edit:team': 'o - - - -',
  'read:organization': 'o o o o o',
  'edit:organization': 'o - - - -',
  'read:audit': 'o t - - -',
  'make:export': 'o t w - -',
  'count:export': 'o t - - -',
  'take:training': 'o w w w w',
  'lead:training': 'o - - - o',
}

const REACHES: Readonly<Record<string, readonly string[]>> = { o: ['own', 'team', 'organization'], t: ['own', 'team'], w: ['own'], '-': [] }

/** What each thing is to the member of {@link actor}. */
const TARGETS: Readonly<Record<'own' | 'team' | 'organization' | 'other', Target>> = {
  own: { organizationId: 'home', teamId: 'blue', ownerIds: ['me'] },
  team: { organizationId: 'home', teamId: 'red', ownerIds: ['colleague'] },
  organization: { organizationId: 'home', teamId: 'blue', ownerIds: ['colleague'] },
  // A guessed row of strangers that names our member and our team is still theirs.
  other: { organizationId: 'away', teamId: 'red', ownerIds: ['me'] },
}

const actor = (role: Actor['role']): Actor => ({ memberId: 'me', organizationId: 'home', teamId: 'red', role })

const rows = ROLES.flatMap((role, column) =>
  DEEDS.flatMap(deed =>
    Object.entries(TARGETS).map(([relation, target]) => {
      const allowed = REACHES[DECIDED[deed].split(' ')[column] ?? '']?.includes(relation) ?? false
      return { role, deed, relation, target, allowed }
    }),
  ),
)

describe('the table of permissions', () => {
  test('was decided for every deed and role', () => {
    expect(Object.keys(DECIDED)).toEqual(DEEDS)
    expect(rows).toHaveLength(ROLES.length * DEEDS.length * 4)
    for (const decided of Object.values(DECIDED)) expect(decided).toMatch(/^[otw-]( [otw-]){4}$/)
  })

  test.each(rows)('$role $deed $relation: $allowed', ({ role, deed, target, allowed }) => {
    expect(may(actor(role), deed, target)).toBe(allowed)
  })

  test('names no permission twice, nor one deed with two reaches', () => {
    for (const role of ROLES) {
      const deeds = PERMISSIONS[role].map(permission => permission.slice(0, permission.lastIndexOf(':')))
      expect(new Set(deeds).size, role).toBe(deeds.length)
    }
  })

  test('gives nobody but owners a deed in the whole organization that changes a case', () => {
    for (const role of ROLES.filter(each => each !== 'owner')) {
      for (const deed of DEEDS.filter(each => /:(case|note|document)$/.test(each)))
        expect(reachOf(role, deed), `${role} ${deed}`).not.toBe('organization')
    }
  })
})

describe('what a target is to a member', () => {
  test('is the nearest of own, team and organization, and nothing across organizations', () => {
    const relations = Object.entries(TARGETS).map(([name, target]) => [name, relationTo(actor('owner'), target)])
    expect(Object.fromEntries(relations)).toEqual({ own: 'own', team: 'team', organization: 'organization', other: null })
  })

  test('counts those without a team as a team', () => {
    const without = { ...actor('caseworker'), teamId: null }
    expect(relationTo(without, { organizationId: 'home', teamId: null, ownerIds: [] })).toBe('team')
    expect(relationTo(without, { organizationId: 'home', teamId: 'red', ownerIds: [] })).toBe('organization')
    expect(relationTo(actor('caseworker'), { organizationId: 'home', teamId: null, ownerIds: [] })).toBe('organization')
  })
})

describe('roles that can be given', () => {
  test('may never do more than the giver, deed by deed', () => {
    for (const giver of ROLES) {
      for (const given of GIVES[giver]) {
        for (const deed of DEEDS) {
          const [most, has] = [reachOf(giver, deed), reachOf(given, deed)].map(reach => (reach === null ? -1 : SCOPES.indexOf(reach)))
          expect(has, `${giver} gives ${given}: ${deed}`).toBeLessThanOrEqual(most ?? -1)
        }
      }
    }
    expect(GIVES.supervisor).not.toContain('owner')
    expect(GIVES.supervisor).not.toContain('supervisor')
  })

  test('are read from text by name alone', () => {
    expect(isRole('owner')).toBe(true)
    expect(isRole('admin')).toBe(false)
    expect(isRole('toString')).toBe(false)
    expect(isRole(null)).toBe(false)
  })
})
