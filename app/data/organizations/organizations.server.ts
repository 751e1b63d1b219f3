import { randomUUID } from 'node:crypto'
import { headOf } from './case-record.server.ts'
import { holdOrganization, type CaseworkContext } from './casework-context.server.ts'
import type { Transaction } from '#app/data/engine/index.server.ts'
import type { Organization } from '../generated/sqlite/client.ts'
import {
  makeOrganizationKey,
  openCell,
  openOrganizationKey,
  sealCell,
  wrapOrganizationKey,
  type Cell,
  type OrganizationKey,
} from './organization-seals.server.ts'

/** Minutes without a request after which members are signed out, until an owner chooses others. */
const USUAL_IDLE_MINUTES = 15
/** The minutes that an owner may choose. */
export const IDLE_MINUTES_RANGE = { least: 5, most: 60 } as const

/** An organization as its members see it. */
export interface OrganizationView {
  readonly id: string
  readonly name: string
  readonly idleMinutes: number
}

/** A team of an organization. */
export interface TeamView {
  readonly id: string
  readonly name: string
}

/** Organizations and their teams. Each call names the organization, and reaches nothing of another. */
export interface Organizations {
  /** Lists all organizations; for the command line alone. */
  readonly list: () => Promise<readonly OrganizationView[]>
  readonly find: (organizationId: string) => Promise<OrganizationView | null>
  readonly change: (organizationId: string, to: Pick<OrganizationView, 'name' | 'idleMinutes'>) => Promise<void>
  /** Lists the teams, sorted by name. */
  readonly teams: (organizationId: string) => Promise<readonly TeamView[]>
  readonly addTeam: (organizationId: string, name: string) => Promise<TeamView>
  /** Returns false where the organization has no such team. */
  readonly renameTeam: (organizationId: string, teamId: string, name: string) => Promise<boolean>
  /** Leaves the team's members without a team. Returns false where the organization has no such team. */
  readonly removeTeam: (organizationId: string, teamId: string) => Promise<boolean>
}

const nameCell = (row: string): Cell => ({ table: 'Organization', row, column: 'name' })
const teamCell = (row: string): Cell => ({ table: 'Team', row, column: 'name' })

/** Reads an organization's row with its key. */
export function openOrganization({ wrapping }: CaseworkContext, row: Organization): OrganizationView & { readonly key: OrganizationKey } {
  const key = openOrganizationKey(wrapping, row)
  return { id: row.id, name: openCell(key, nameCell(row.id), row.name), idleMinutes: row.idleMinutes, key }
}

/** The key of an organization, which seals every row that it alone may read. */
export async function getOrganizationKey(
  { wrapping }: CaseworkContext,
  transaction: Transaction,
  organizationId: string,
): Promise<OrganizationKey> {
  return openOrganizationKey(wrapping, await transaction.organization.findUniqueOrThrow({ where: { id: organizationId } }))
}

/** Makes an organization, in the transaction that makes its first owner. */
export async function makeOrganization(
  { wrapping, now }: CaseworkContext,
  transaction: Transaction,
  name: string,
): Promise<OrganizationKey> {
  const key = makeOrganizationKey(randomUUID())
  const id = key.organizationId
  await transaction.organization.create({
    data: {
      id,
      keyId: key.keyId,
      wrappedKey: wrapOrganizationKey(wrapping, key),
      name: sealCell(key, nameCell(id), name),
      idleMinutes: USUAL_IDLE_MINUTES,
      recordMark: headOf(key, 0, ''),
      createdAt: new Date(now()),
    },
  })
  return key
}

export function createOrganizations(context: CaseworkContext): Organizations {
  const { transact, now } = context
  return {
    async list() {
      const rows = await transact(({ organization }) => organization.findMany({ orderBy: { createdAt: 'asc' } }))
      return rows.map(row => withoutKey(openOrganization(context, row)))
    },

    async find(organizationId) {
      const row = await transact(({ organization }) => organization.findUnique({ where: { id: organizationId } }))
      return row && withoutKey(openOrganization(context, row))
    },

    change: (organizationId, { name, idleMinutes }) =>
      transact(async transaction => {
        await holdOrganization(transaction, organizationId)
        const key = await getOrganizationKey(context, transaction, organizationId)
        await transaction.organization.update({
          where: { id: organizationId },
          data: { name: sealCell(key, nameCell(organizationId), name), idleMinutes },
        })
      }),

    teams: organizationId =>
      transact(async transaction => {
        const key = await getOrganizationKey(context, transaction, organizationId)
        const rows = await transaction.team.findMany({ where: { organizationId } })
        return rows
          .map(row => ({ id: row.id, name: openCell(key, teamCell(row.id), row.name) }))
          .sort((one, other) => one.name.localeCompare(other.name))
      }),

    addTeam: (organizationId, name) =>
      transact(async transaction => {
        await holdOrganization(transaction, organizationId)
        const key = await getOrganizationKey(context, transaction, organizationId)
        const id = randomUUID()
        await transaction.team.create({ data: { id, organizationId, name: sealCell(key, teamCell(id), name), createdAt: new Date(now()) } })
        return { id, name }
      }),

    renameTeam: (organizationId, teamId, name) =>
      transact(async transaction => {
        await holdOrganization(transaction, organizationId)
        const key = await getOrganizationKey(context, transaction, organizationId)
        const { count } = await transaction.team.updateMany({
          where: { id: teamId, organizationId },
          data: { name: sealCell(key, teamCell(teamId), name) },
        })
        return count === 1
      }),

    removeTeam: (organizationId, teamId) =>
      transact(async ({ team }) => (await team.deleteMany({ where: { id: teamId, organizationId } })).count === 1),
  }
}

const withoutKey = ({ id, name, idleMinutes }: OrganizationView): OrganizationView => ({ id, name, idleMinutes })
