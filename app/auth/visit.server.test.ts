import { expect, test } from 'vitest'
import type { Services } from '#app/services.server.ts'
import { type Actor, type Permission, type Role, type Target, oneself, ownTeam, wholeOrganization } from '#machines/casework/permissions.ts'
import {
  createSharedReads,
  findStaffVisit,
  requireCasework,
  requirePermission,
  requireStaffVisit,
  type StaffVisit,
} from './visit.server.ts'

const visitOf = (role: Role, teamId: string | null = 'red') =>
  ({ actor: { memberId: 'me', organizationId: 'home', teamId, role } satisfies Actor }) as unknown as StaffVisit

/** The status with which a permission is refused; `null` where it is granted. */
function refusal(visit: StaffVisit, permission: Permission, target: Target): number | null {
  try {
    requirePermission(visit, permission, target)
    return null
  } catch (error) {
    return error instanceof Response ? error.status : NaN
  }
}

test('a permission that the role lacks is refused with 403, and a target of another organization with 404', () => {
  const [caseworker, owner] = [visitOf('caseworker'), visitOf('owner')]
  expect(refusal(owner, 'edit:organization', wholeOrganization(owner.actor))).toBeNull()
  expect(refusal(caseworker, 'edit:organization', wholeOrganization(caseworker.actor))).toBe(403)
  expect(refusal(caseworker, 'edit:case', oneself(caseworker.actor))).toBeNull()
  expect(refusal(caseworker, 'edit:case', ownTeam(caseworker.actor))).toBe(403)
  expect(refusal(owner, 'read:case', { organizationId: 'away', teamId: 'red', ownerIds: ['me'] })).toBe(404)
})

test('the organization as a whole is not the team of members without a team', () => {
  const supervisor = visitOf('supervisor', null)
  expect(refusal(supervisor, 'invite:member', ownTeam(supervisor.actor))).toBeNull()
  expect(refusal(supervisor, 'invite:member', wholeOrganization(supervisor.actor))).toBe(403)
})

test('a visitor without a valid cookie is sent to the sign-in, and a training server has no staff pages', async () => {
  const services = { casework: { sessions: { find: () => Promise.resolve(null) } } } as unknown as Services
  const context = () => ({ services, reads: createSharedReads() })
  for (const request of [new Request('http://localhost/work'), new Request('http://localhost/work', { headers: { Cookie: 'w=x' } })]) {
    expect(await findStaffVisit(context(), request)).toBeNull()
    const left: unknown = await requireStaffVisit(context(), request).catch((error: unknown) => error)
    expect(left instanceof Response && [left.status, left.headers.get('Location')]).toEqual([303, '/work/sign-in'])
  }
  expect(() => requireCasework({ casework: null } as unknown as Services)).toThrow(expect.objectContaining({ status: 404 }))
})
