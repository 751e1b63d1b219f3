import { isRole, may, scopeOf, type Actor } from '#machines/casework/permissions.ts'
import type { CaseResult, OnCase } from './on-case.server.ts'
import type { CaseworkContext } from '#app/data/organizations/index.server.ts'

/** A change of who works on a case: members to add and to remove, and the team. Everything else stays. */
interface Assignment {
  readonly add?: readonly string[]
  readonly remove?: readonly string[]
  /** `null` takes the case out of its team. */
  readonly teamId?: string | null
}

/**
 * `no-such-member`: not in the organization, without access, or of a role that sees no case. `no-such-team`: not in the organization.
 * `not-yours`: the asking member may not give cases to this member or team.
 */
type AssignResult = 'done' | 'no-such-member' | 'no-such-team' | 'not-yours'

/** Assigns cases to members and teams. */
export interface Assigning {
  /** Changes who works on a case: the whole change, or nothing. */
  readonly assign: (actor: Actor, number: number, to: Assignment) => Promise<CaseResult<AssignResult>>
}

export function createAssigning(context: CaseworkContext, onCase: OnCase): Assigning {
  return {
    assign: (actor, number, { add = [], remove = [], teamId }) =>
      onCase.row(actor, 'assign:case', number, 'case.assigned', async (transaction, { row }): Promise<AssignResult> => {
        const { organizationId } = actor
        const mayGive = (team: string | null) => may(actor, 'assign:case', { organizationId, teamId: team, ownerIds: [] })
        if (teamId !== undefined) {
          if (teamId !== null && !(await transaction.team.findUnique({ where: { id: teamId, organizationId } }))) return 'no-such-team'
          if (!mayGive(teamId)) return 'not-yours'
        }
        const members = await transaction.member.findMany({ where: { id: { in: [...add] }, organizationId, disabledAt: null } })
        const able = members.filter(({ role }) => isRole(role) && scopeOf(role, 'read:case') !== null)
        if (able.length !== new Set(add).size) return 'no-such-member'
        if (!able.every(member => mayGive(member.teamId))) return 'not-yours'
        await transaction.caseAssignment.deleteMany({ where: { caseId: row.id, memberId: { in: [...remove] } } })
        const there = new Set((await transaction.caseAssignment.findMany({ where: { caseId: row.id } })).map(({ memberId }) => memberId))
        await transaction.caseAssignment.createMany({
          data: able.filter(({ id }) => !there.has(id)).map(({ id }) => ({ caseId: row.id, memberId: id })),
        })
        await transaction.case.update({
          where: { id: row.id },
          data: { ...(teamId !== undefined && { teamId }), changedAt: new Date(context.now()) },
          select: { id: true },
        })
        return 'done'
      }),
  }
}
