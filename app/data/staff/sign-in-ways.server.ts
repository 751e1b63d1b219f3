import { newPasskeyOptions, type PasskeyOptions, type Site } from '#app/security/proof/webauthn.server.ts'
import { type CaseworkContext, getOrganizationKey, holdMember, memberLoginCell, openCell } from '#app/data/organizations/index.server.ts'
import type { Transaction } from '#app/data/engine/index.server.ts'
import { addPasskeyRow, findMadePasskey, keepChallenge, openCredential } from './passkeys.server.ts'
import { NO_PASSWORD, type CodeOffer, type Passwords } from './passwords.server.ts'
import { STRETCH_RETRY_SECONDS } from '#app/keys/stretch.server.ts'
import type { SlowDown } from '#app/security/throttle/slow-down.server.ts'

/** Most passkeys that a member may have. */
export const MOST_PASSKEYS = 10

/** The sign-in methods of a member. */
interface SignInWays {
  /** Oldest first. */
  readonly passkeys: readonly { readonly id: string; readonly createdAt: Date; readonly lastUsedAt: Date | null }[]
  readonly hasPassword: boolean
  readonly recoveryCodes: number
}

/** The fields of a form for a new password with its codes. */
export interface NewPassword {
  readonly password: string
  /** Ticket of the {@link CodeOffer}. */
  readonly ticket: string
  /** The first code, which proves that the phone has the secret. */
  readonly code: string
}

/** The codes are in the answer and nowhere else. */
type SetPasswordResult =
  { readonly ok: true; readonly recoveryCodes: readonly string[] } | { readonly ok: false; readonly reason: 'code' } | SlowDown

/** A member's own sign-in methods. The caller has checked that the request is the member's, and that the member signed in a moment ago. */
export interface SignInWaysOf {
  readonly find: (memberId: string) => Promise<SignInWays>
  /** The options for the browser; `null` where the member has as many passkeys as allowed. */
  readonly newPasskeyOptions: (memberId: string, site: Site) => Promise<PasskeyOptions | null>
  /** False where the browser's answer proves nothing. */
  readonly addPasskey: (memberId: string, site: Site, sent: unknown) => Promise<boolean>
  /** `last-way`: the member could not sign in any more, so nothing was removed. */
  readonly removePasskey: (memberId: string, passkeyId: string) => Promise<'done' | 'last-way'>
  /** @param earlier ticket of an earlier offer, which is made again while it is valid */
  readonly offerCode: (memberId: string, earlier?: string) => CodeOffer
  /** Sets or replaces password and codes. Earlier recovery codes stop working. */
  readonly setPassword: (memberId: string, to: NewPassword) => Promise<SetPasswordResult>
  readonly removePassword: (memberId: string) => Promise<'done' | 'last-way'>
  readonly makeRecoveryCodes: (memberId: string) => Promise<readonly string[]>
}

export function createSignInWays(context: CaseworkContext, passwords: Passwords): SignInWaysOf {
  const { transact } = context
  const purposeOf = (memberId: string) => `add:${memberId}`
  const offerOf = (memberId: string) => `member:${memberId}`
  /** Counts the passkeys and the password of a member. It holds the member's row, so that two removals conflict. */
  async function counted(transaction: Transaction, memberId: string) {
    await holdMember(transaction, memberId)
    const { passwordHash } = await transaction.member.findUniqueOrThrow({ where: { id: memberId } })
    return { passkeys: await transaction.passkey.count({ where: { memberId } }), hasPassword: passwordHash !== null }
  }

  return {
    find: memberId =>
      transact(async ({ member, passkey, recoveryCode }) => {
        const { passwordHash } = await member.findUniqueOrThrow({ where: { id: memberId } })
        const passkeys = await passkey.findMany({
          where: { memberId },
          orderBy: { createdAt: 'asc' },
          select: { id: true, createdAt: true, lastUsedAt: true },
        })
        return { passkeys, hasPassword: passwordHash !== null, recoveryCodes: await recoveryCode.count({ where: { memberId } }) }
      }),

    async newPasskeyOptions(memberId, site) {
      const { login, known } = await transact(async transaction => {
        const row = await transaction.member.findUniqueOrThrow({ where: { id: memberId }, include: { passkeys: true } })
        const key = await getOrganizationKey(context, transaction, row.organizationId)
        return {
          login: openCell(key, memberLoginCell(row.id), row.login),
          known: row.passkeys.map(passkey => openCredential(key, passkey).id),
        }
      })
      if (known.length >= MOST_PASSKEYS) return null
      return keepChallenge(context, purposeOf(memberId), await newPasskeyOptions(site, login, new Uint8Array(Buffer.from(memberId)), known))
    },

    async addPasskey(memberId, site, sent) {
      const made = await findMadePasskey(context, purposeOf(memberId), site, sent)
      if (!made) return false
      await transact(async transaction => {
        await holdMember(transaction, memberId)
        const { organizationId } = await transaction.member.findUniqueOrThrow({ where: { id: memberId } })
        await addPasskeyRow(context, transaction, await getOrganizationKey(context, transaction, organizationId), memberId, made)
      })
      return true
    },

    removePasskey: (memberId, passkeyId) =>
      transact(async transaction => {
        const { passkeys, hasPassword } = await counted(transaction, memberId)
        if (passkeys <= 1 && !hasPassword) return 'last-way'
        await transaction.passkey.deleteMany({ where: { id: passkeyId, memberId } })
        return 'done'
      }),

    offerCode: (memberId, earlier) => passwords.offerCode(offerOf(memberId), earlier),

    async setPassword(memberId, { password, ticket, code }) {
      const secret = passwords.findOffered(offerOf(memberId), ticket)
      const step = secret === null ? null : passwords.stepOf(secret, code)
      if (secret === null || step === null) return { ok: false, reason: 'code' }
      const stretched = await passwords.stretchNew(password)
      if (!stretched.ok) return { ok: false, reason: 'slow-down', retryAfterSeconds: STRETCH_RETRY_SECONDS }
      const recoveryCodes = await transact(async transaction => {
        await holdMember(transaction, memberId)
        const { organizationId } = await transaction.member.findUniqueOrThrow({ where: { id: memberId } })
        const key = await getOrganizationKey(context, transaction, organizationId)
        await transaction.member.update({ where: { id: memberId }, data: passwords.columns(key, memberId, stretched.value, secret, step) })
        return passwords.replaceRecoveryCodes(transaction, memberId)
      })
      return { ok: true, recoveryCodes }
    },

    removePassword: memberId =>
      transact(async transaction => {
        const { passkeys } = await counted(transaction, memberId)
        if (passkeys === 0) return 'last-way'
        await transaction.member.update({ where: { id: memberId }, data: NO_PASSWORD })
        await transaction.recoveryCode.deleteMany({ where: { memberId } })
        return 'done'
      }),

    makeRecoveryCodes: memberId => transact(transaction => passwords.replaceRecoveryCodes(transaction, memberId)),
  }
}
