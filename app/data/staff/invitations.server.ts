import { createHash, randomBytes } from 'node:crypto'
import { isRole, type Role } from '#machines/casework/permissions.ts'
import {
  type CaseworkContext,
  endCalendarFeed,
  getOrganizationKey,
  holdInstallation,
  openMember,
} from '#app/data/organizations/index.server.ts'
import type { Transaction } from '#app/data/engine/index.server.ts'
import type { Invitation } from '../generated/sqlite/client.ts'
import { NO_PASSWORD } from './passwords.server.ts'
import { findOpened, seal } from '#app/keys/seal.server.ts'

/** Days for which a link to join is valid. */
export const INVITATION_DAYS = 7
/**
 * Hours for which other links are valid: the first owner's, which the server prints, the one for a further organization, and the one for
 * new sign-in methods.
 */
export const SHORT_LINK_HOURS = 24

const SECRET_BYTES = 32
/** 32 bytes in base64url. */
const SECRET = /^[\w-]{43}$/

/** The purpose of a link. */
interface InvitationTerms {
  /**
   * `first`: makes the first organization, while there is none. `organization`: makes another one. `join`: makes a member. `reset`: chooses
   * new sign-in methods.
   */
  readonly kind: 'first' | 'organization' | 'join' | 'reset'
  readonly role: Role
  readonly teamId: string | null
  /** Name of the invited person, as the inviter wrote it. */
  readonly name: string
}

/** A link that can still be opened. */
export interface InvitationView extends InvitationTerms {
  readonly id: string
  readonly organizationId: string | null
  /** The member whose sign-in methods the link replaces. */
  readonly memberId: string | null
  readonly expiresAt: Date
}

/** The secret of a link. It is in this answer and nowhere else. */
export interface MadeLink {
  readonly secret: string
  readonly expiresAt: Date
}

/** One-time links. */
export interface Invitations {
  /** Makes the link for the first owner; `null` once there is an organization. */
  readonly inviteFirstOwner: () => Promise<MadeLink | null>
  /** Makes a link for another organization with its owner; for the command line alone. */
  readonly inviteOrganization: () => Promise<MadeLink>
  /** Makes a link to join. The caller has checked that the inviter may give this role and team. */
  readonly invite: (organizationId: string, terms: Omit<InvitationTerms, 'kind'>) => Promise<MadeLink>
  /**
   * Removes all sign-in methods of a member and ends all their sessions; the link chooses new methods. `null` where there is no such member
   * with access.
   */
  readonly reset: (organizationId: string, memberId: string) => Promise<MadeLink | null>
  /** Lists the valid links to join an organization, latest first. */
  readonly list: (organizationId: string) => Promise<readonly InvitationView[]>
  readonly withdraw: (organizationId: string, invitationId: string) => Promise<void>
}

const idOf = (secret: string) => createHash('sha256').update(secret).digest('hex')
const termsPlace = (id: string, organizationId: string | null, memberId: string | null) =>
  `Invitation:${id}:terms:${organizationId ?? ''}:${memberId ?? ''}`

/** Finds the row of a valid link by its secret. */
export async function findInvitation(
  { sealing, now }: CaseworkContext,
  transaction: Transaction,
  secret: string,
): Promise<InvitationView | null> {
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

export function createInvitations(context: CaseworkContext): Invitations {
  const { transact, sealing, now } = context

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
        // The calendar may be on a phone that was lost, so its address ends, too.
        await endCalendarFeed(transaction, memberId)
        const member = openMember(
          await getOrganizationKey(context, transaction, organizationId),
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
