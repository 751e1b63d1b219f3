import { type Actor, GIVES, isRole, scopeOf, type Role } from '#machines/casework/permissions.ts'
import { holdOrganization, type CaseworkContext } from './casework-context.server.ts'
import type { Transaction } from '#app/data/engine/index.server.ts'
import { endCalendarFeed } from './end-calendar-feed.server.ts'
import type { Member } from '../generated/sqlite/client.ts'
import { openCell, sealCell, type Cell, type OrganizationKey } from './organization-seals.server.ts'
import { getOrganizationKey, openOrganization } from './organizations.server.ts'

/** A person who works for an organization. */
export interface MemberView {
  readonly id: string
  readonly organizationId: string
  readonly teamId: string | null
  readonly role: Role
  readonly name: string
  readonly login: string
  /** Whether their access was taken away. */
  readonly disabled: boolean
}

/** A member as permissions ask about them. */
export const actorOf = ({ id, organizationId, teamId, role }: Pick<MemberView, 'id' | 'organizationId' | 'teamId' | 'role'>): Actor => ({
  memberId: id,
  organizationId,
  teamId,
  role,
})

/**
 * Result of a change. `last-owner`: the organization must keep an owner who can sign in. `gone`: the organization has no such member or
 * team. `not-yours`: the asking role may not give the role that the member has, or would get.
 */
export type ChangeResult = 'done' | 'last-owner' | 'gone' | 'not-yours'

/** Members. Each call names the organization, and reaches no member of another one. */
export interface Members {
  /** Lists the members, sorted by name. */
  readonly list: (organizationId: string) => Promise<readonly MemberView[]>
  readonly find: (organizationId: string, memberId: string) => Promise<MemberView | null>
  /** Finds a member of any organization; for the command line alone. */
  readonly findByLogin: (login: string) => Promise<MemberView | null>
  /**
   * Changes role and team.
   * @param by role of the asking member, so that no member gives a role that may do more than they may give
   */
  readonly change: (organizationId: string, memberId: string, to: Pick<MemberView, 'role' | 'teamId'>, by: Role) => Promise<ChangeResult>
  /** Takes access away, at once and everywhere, or gives it back. */
  readonly setDisabled: (organizationId: string, memberId: string, disabled: boolean, by: Role) => Promise<ChangeResult>
}

/**
 * Place of a member's name. The name opens only with the role that it was sealed for, so raising a role in the database lets no member in.
 */
export const memberNameCell = (row: string, role: Role): Cell => ({ table: 'Member', row, column: `name:${role}` })
export const memberLoginCell = (row: string): Cell => ({ table: 'Member', row, column: 'login' })

/** A login name in the form in which it is looked up. */
export const plainLogin = (text: string): string => text.normalize('NFKC').trim().toLowerCase()

/**
 * Reads a member's row.
 * @throws Error where the row was not written by this program
 */
export function openMember(key: OrganizationKey, row: Member): MemberView {
  const { id, organizationId, teamId, role } = row
  if (!isRole(role)) throw new Error('a member has no role that we know')
  return {
    id,
    organizationId,
    teamId,
    role,
    name: openCell(key, memberNameCell(id, role), row.name),
    login: openCell(key, memberLoginCell(id), row.login),
    disabled: row.disabledAt !== null,
  }
}

/** All members of an organization. */
export const membersIn = async ({ member }: Transaction, key: OrganizationKey): Promise<readonly MemberView[]> =>
  (await member.findMany({ where: { organizationId: key.organizationId } })).map(row => openMember(key, row))

/**
 * The names of some members of an organization by their ids. Members who left are not among them. Only these members are read, because there
 * may be hundreds.
 */
export async function memberNames(
  { member }: Transaction,
  key: OrganizationKey,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { organizationId } = key
  const rows = ids.length === 0 ? [] : await member.findMany({ where: { organizationId, id: { in: [...new Set(ids)] } } })
  return new Map(rows.map(row => [row.id, openMember(key, row).name]))
}

export function createMembers(context: CaseworkContext): Members {
  const { transact, now, blindIndexOf } = context

  /** Changes one member, if the asking role may change them and the organization keeps an owner who can sign in. */
  function changeOne(
    organizationId: string,
    memberId: string,
    by: Role,
    staysOwner: (member: MemberView) => boolean,
    work: (transaction: Transaction, member: MemberView, key: OrganizationKey) => Promise<ChangeResult>,
  ): Promise<ChangeResult> {
    return transact(async transaction => {
      // Two owners who disable each other at once must meet here.
      await holdOrganization(transaction, organizationId)
      const row = await transaction.member.findUnique({ where: { id: memberId, organizationId } })
      if (!row) return 'gone'
      const key = await getOrganizationKey(context, transaction, organizationId)
      const member = openMember(key, row)
      if (!GIVES[by].includes(member.role)) return 'not-yours'
      if (member.role === 'owner' && !member.disabled && !staysOwner(member)) {
        const others = await transaction.member.count({ where: { organizationId, role: 'owner', disabledAt: null, id: { not: memberId } } })
        if (others === 0) return 'last-owner'
      }
      return work(transaction, member, key)
    })
  }

  return {
    list: organizationId =>
      transact(async transaction => {
        const key = await getOrganizationKey(context, transaction, organizationId)
        return [...(await membersIn(transaction, key))].sort((one, other) => one.name.localeCompare(other.name))
      }),

    find: (organizationId, memberId) =>
      transact(async transaction => {
        const row = await transaction.member.findUnique({ where: { id: memberId, organizationId } })
        return row && openMember(await getOrganizationKey(context, transaction, organizationId), row)
      }),

    findByLogin: login =>
      transact(async transaction => {
        const row = await transaction.member.findUnique({
          where: { lookup: blindIndexOf('login', plainLogin(login)) },
          include: { organization: true },
        })
        return row && openMember(openOrganization(context, row.organization).key, row)
      }),

    async change(organizationId, memberId, { role, teamId }, by) {
      if (!GIVES[by].includes(role)) return 'not-yours'
      return changeOne(
        organizationId,
        memberId,
        by,
        () => role === 'owner',
        async (transaction, { name }, key) => {
          if (teamId !== null && !(await transaction.team.findUnique({ where: { id: teamId, organizationId } }))) return 'gone'
          await transaction.member.update({
            where: { id: memberId },
            data: { role, teamId, name: sealCell(key, memberNameCell(memberId, role), name) },
          })
          if (scopeOf(role, 'read:case') === null) await endCalendarFeed(transaction, memberId)
          return 'done'
        },
      )
    },

    setDisabled: (organizationId, memberId, disabled, by) =>
      changeOne(
        organizationId,
        memberId,
        by,
        () => !disabled,
        async transaction => {
          await transaction.member.update({ where: { id: memberId }, data: { disabledAt: disabled ? new Date(now()) : null } })
          if (disabled) {
            await transaction.staffSession.deleteMany({ where: { memberId } })
            await transaction.invitation.deleteMany({ where: { memberId } })
            await endCalendarFeed(transaction, memberId)
          }
          return 'done'
        },
      ),
  }
}
