import { describe, expect, test } from 'vitest'
import {
  PERMISSIONS,
  GIVES,
  isRole,
  may,
  ROLE_PERMISSIONS,
  scopeOf,
  relationTo,
  ROLES,
  SCOPES,
  type Actor,
  type Permission,
  type Target,
} from './permissions.ts'

/** The widest scope that was decided for each role: o organization, t team, w own, - not at all. Columns in the order of ROLES. */
const DECIDED: Readonly<Record<Permission, string>> = {
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

const SCOPES_WITHIN: Readonly<Record<string, readonly string[]>> = {
  o: ['own', 'team', 'organization'],
  t: ['own', 'team'],
  w: ['own'],
  '-': [],
}

/** One target for each relation to the member of {@link actor}. */
const TARGETS: Readonly<Record<'own' | 'team' | 'organization' | 'other', Target>> = {
  own: { organizationId: 'home', teamId: 'blue', ownerIds: ['me'] },
  team: { organizationId: 'home', teamId: 'red', ownerIds: ['colleague'] },
  organization: { organizationId: 'home', teamId: 'blue', ownerIds: ['colleague'] },
  // A row of another organization stays theirs, even where it names our member and our team.
  other: { organizationId: 'away', teamId: 'red', ownerIds: ['me'] },
}

const actor = (role: Actor['role']): Actor => ({ memberId: 'me', organizationId: 'home', teamId: 'red', role })

const rows = ROLES.flatMap((role, column) =>
  PERMISSIONS.flatMap(permission =>
    Object.entries(TARGETS).map(([relation, target]) => {
      const allowed = SCOPES_WITHIN[DECIDED[permission].split(' ')[column] ?? '']?.includes(relation) ?? false
      return { role, permission, relation, target, allowed }
    }),
  ),
)

describe('the table of permissions', () => {
  test('was decided for every permission and role', () => {
    expect(Object.keys(DECIDED)).toEqual(PERMISSIONS)
    expect(rows).toHaveLength(ROLES.length * PERMISSIONS.length * 4)
    for (const decided of Object.values(DECIDED)) expect(decided).toMatch(/^[otw-]( [otw-]){4}$/)
  })

  test.each(rows)('says $allowed to a role of $role for $permission on a target of $relation', ({ role, permission, target, allowed }) => {
    expect(may(actor(role), permission, target)).toBe(allowed)
  })

  test('names no permission twice for a role, not even with two scopes', () => {
    for (const role of ROLES) {
      const permissions = ROLE_PERMISSIONS[role].map(permission => permission.slice(0, permission.lastIndexOf(':')))
      expect(new Set(permissions).size, role).toBe(permissions.length)
    }
  })

  test('gives only owners a permission on the cases of the whole organization', () => {
    for (const role of ROLES.filter(each => each !== 'owner')) {
      for (const permission of PERMISSIONS.filter(each => /:(case|note|document)$/.test(each)))
        expect(scopeOf(role, permission), `${role} ${permission}`).not.toBe('organization')
    }
  })
})

describe('the relation of a target to a member', () => {
  test('is the nearest of own, team and organization, and nothing across organizations', () => {
    const relations = Object.entries(TARGETS).map(([name, target]) => [name, relationTo(actor('owner'), target)])
    expect(Object.fromEntries(relations)).toEqual({ own: 'own', team: 'team', organization: 'organization', other: null })
  })

  test('counts members without a team as one team', () => {
    const without = { ...actor('caseworker'), teamId: null }
    expect(relationTo(without, { organizationId: 'home', teamId: null, ownerIds: [] })).toBe('team')
    expect(relationTo(without, { organizationId: 'home', teamId: 'red', ownerIds: [] })).toBe('organization')
    expect(relationTo(actor('caseworker'), { organizationId: 'home', teamId: null, ownerIds: [] })).toBe('organization')
  })
})

describe('roles that can be given', () => {
  test('never allow more than the giver may do, permission by permission', () => {
    for (const giver of ROLES) {
      for (const given of GIVES[giver]) {
        for (const permission of PERMISSIONS) {
          const [most, has] = [scopeOf(giver, permission), scopeOf(given, permission)].map(scope =>
            scope === null ? -1 : SCOPES.indexOf(scope),
          )
          expect(has, `${giver} gives ${given}: ${permission}`).toBeLessThanOrEqual(most ?? -1)
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
