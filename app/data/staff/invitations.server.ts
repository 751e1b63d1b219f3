import { createHash, randomBytes } from 'node:crypto'
import { isRole, type Role } from '#machines/casework/permissions.ts'
import { type Desk, endCalendarFeed, getOrganizationKey, holdInstallation, openMember } from '#app/data/organizations/index.server.ts'
import type { Transaction } from '#app/data/engine/index.server.ts'
import type { Invitation } from '../generated/sqlite/client.ts'
import { NO_PASSWORD } from './passwords.server.ts'
import { findOpened, seal } from '#app/keys/seal.server.ts'

/** Days for which a link to join stands. */
export const INVITATION_DAYS = 7
/** Hours for which the other links stand: the first owner's, which the server prints, and one to choose new ways to sign in. */
export const SHORT_LINK_HOURS = 24

const SECRET_BYTES = 32
/** 32 bytes in base64url. */
const SECRET = /^[\w-]{43}$/

/** What a link is for. */
interface InvitationTerms {
  /** `first`: makes the first organization, while there is none. `organization`: makes another one. `reset`: chooses new ways to sign in. */
  readonly kind: 'first' | 'organization' | 'join' | 'reset'
  readonly role: Role
  readonly teamId: string | null
  /** For whom it was made, as the inviter wrote it. */
  readonly name: string
}

/** A link that somebody may still open. */
export interface InvitationView extends InvitationTerms {
  readonly id: string
  readonly organizationId: string | null
  /** Whose ways to sign in it replaces. */
  readonly memberId: string | null
  readonly expiresAt: Date
}

/** A link's secret, which is in this answer and nowhere else. */
export interface MadeLink {
  readonly secret: string
  readonly expiresAt: Date
}

/** One-time links. */
export interface Invitations {
  /** The link that makes the first owner; `null` once there is an organization. */
  readonly inviteFirstOwner: () => Promise<MadeLink | null>
  /** A link that makes another organization with its owner; for the command line alone. */
  readonly inviteOrganization: () => Promise<MadeLink>
  /** Whoever calls has made sure that the role and the team are the inviter's to give. */
  readonly invite: (organizationId: string, terms: Omit<InvitationTerms, 'kind'>) => Promise<MadeLink>
  /** Takes all ways to sign in away and ends all sessions; the link chooses new ways. `null` where there is no such member with access. */
  readonly reset: (organizationId: string, memberId: string) => Promise<MadeLink | null>
  /** Links to join an organization that stand, latest first. */
  readonly list: (organizationId: string) => Promise<readonly InvitationView[]>
  readonly withdraw: (organizationId: string, invitationId: string) => Promise<void>
}

const idOf = (secret: string) => createHash('sha256').update(secret).digest('hex')
const termsPlace = (id: string, organizationId: string | null, memberId: string | null) =>
  `Invitation:${id}:terms:${organizationId ?? ''}:${memberId ?? ''}`

/** A link's row by its secret, while it stands. */
export async function findInvitation({ sealing, now }: Desk, transaction: Transaction, secret: string): Promise<InvitationView | null> {
  if (!SECRET.test(secret)) return null
  const row = await transaction.invitation.findUnique({ where: { id: idOf(secret), expiresAt: { gte: new Date(now()) } } })
  const found = row && opened(sealing, row)
  if (found?.kind === 'first' && (await transaction.organization.count()) > 0) return null
  return found
}

function opened(sealing: Buffer, { id, organizationId, memberId, terms, expiresAt }: Invitation): InvitationView | null {
  const text = findOpened(sealing, termsPlace(id, organizationId, memberId), terms)
  if (text === null) return null
  const read = JSON.parse(text) as InvitationTerms
  return isRole(read.role) ? { ...read, id, organizationId, memberId, expiresAt } : null
}

export function createInvitations(desk: Desk): Invitations {
  const { transact, sealing, now } = desk

  async function make(
    transaction: Transaction,
    hours: number,
    organizationId: string | null,
    memberId: string | null,
    terms: InvitationTerms,
  ): Promise<MadeLink> {
    const secret = randomBytes(SECRET_BYTES).toString('base64url')
    const id = idOf(secret)
    const expiresAt = new Date(now() + hours * 3_600_000)
    const sealed = new Uint8Array(seal(sealing, termsPlace(id, organizationId, memberId), JSON.stringify(terms)))
    await transaction.invitation.create({ data: { id, organizationId, memberId, terms: sealed, createdAt: new Date(now()), expiresAt } })
    return { secret, expiresAt }
  }

  return {
    inviteFirstOwner: () =>
      transact(async transaction => {
        await holdInstallation(transaction)
        if ((await transaction.organization.count()) > 0) return null
        return make(transaction, SHORT_LINK_HOURS, null, null, { kind: 'first', role: 'owner', teamId: null, name: '' })
      }),

    inviteOrganization: () =>
      transact(transaction =>
        make(transaction, SHORT_LINK_HOURS, null, null, { kind: 'organization', role: 'owner', teamId: null, name: '' }),
      ),

    invite: (organizationId, { role, teamId, name }) =>
      transact(transaction => make(transaction, INVITATION_DAYS * 24, organizationId, null, { kind: 'join', role, teamId, name })),

    reset: (organizationId, memberId) =>
      transact(async transaction => {
        const { count } = await transaction.member.updateMany({
          where: { id: memberId, organizationId, disabledAt: null },
          data: NO_PASSWORD,
        })
        if (count === 0) return null
        await transaction.passkey.deleteMany({ where: { memberId } })
        await transaction.recoveryCode.deleteMany({ where: { memberId } })
        await transaction.staffSession.deleteMany({ where: { memberId } })
        await transaction.invitation.deleteMany({ where: { memberId } })
        // A lost phone had the calendar, too.
        await endCalendarFeed(transaction, memberId)
        const member = openMember(
          await getOrganizationKey(desk, transaction, organizationId),
          await transaction.member.findUniqueOrThrow({ where: { id: memberId } }),
        )
        return make(transaction, SHORT_LINK_HOURS, organizationId, memberId, {
          kind: 'reset',
          role: member.role,
          teamId: member.teamId,
          name: member.name,
        })
      }),

    async list(organizationId) {
      const where = { organizationId, memberId: null, expiresAt: { gte: new Date(now()) } }
      const rows = await transact(({ invitation }) => invitation.findMany({ where, orderBy: { createdAt: 'desc' } }))
      return rows.flatMap(row => opened(sealing, row) ?? [])
    },

    withdraw: (organizationId, id) =>
      transact(async ({ invitation }) => void (await invitation.deleteMany({ where: { id, organizationId } }))),
  }
}
