import { randomBytes, timingSafeEqual } from 'node:crypto'
import { plainPassword } from '#app/security/proof/password.server.ts'
import { makeCodeSecret, stepOfCode } from '#app/security/proof/one-time-code.server.ts'
import { createGate, type GateResult } from '#app/security/throttle/gate.server.ts'
import { type Cell, type CaseworkContext, openCell, type OrganizationKey, sealCell } from '#app/data/organizations/index.server.ts'
import type { Transaction } from '#app/data/engine/index.server.ts'
import type { Member } from '../generated/sqlite/client.ts'
import { findOpened, seal } from '#app/keys/seal.server.ts'
import { SALT_BYTES, stretch } from '#app/keys/stretch.server.ts'

/** Passwords stretched at once, beside the phrases of claims: one more needs 46 MiB. */
const AT_ONCE = 1
const WAITING = 10
/** Minutes in which a member types a new secret of one-time codes into a phone and proves it. */
const OFFER_MINUTES = 30
/** Number of recovery codes that a member gets. Each code has 16 characters of 5 random bits. */
const RECOVERY_CODES = 10
const RECOVERY_CHARACTERS = 16
/** 32 letters and digits that people do not mistake for each other (Crockford's base32). */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

const passwordCell = (row: string): Cell => ({ table: 'Member', row, column: 'passwordHash' })
const codeCell = (row: string): Cell => ({ table: 'Member', row, column: 'codeSecret' })
const offerPlace = (subject: string) => `code-offer:${subject}`

/** A secret of one-time codes that is not kept yet: the form brings `ticket` back, which opens for the same subject alone. */
export interface CodeOffer {
  /** Base32. */
  readonly secret: string
  readonly ticket: string
}

/** A password as it is stored. */
export interface StretchedPassword {
  readonly salt: Uint8Array<ArrayBuffer>
  readonly hash: Buffer
}

/** Columns of a member without a password. */
export const NO_PASSWORD = { salt: null, passwordHash: null, codeSecret: null } as const

/** The computations with passwords, one-time codes and recovery codes. */
export type Passwords = ReturnType<typeof createPasswords>

/** @param pepper a key of the installation, so that a stolen database without its key file does not even allow guessing */
export function createPasswords({ sealing, blindIndexOf, now }: CaseworkContext, pepper: Buffer) {
  const gate = createGate(AT_ONCE, WAITING)
  /** Replaces the salt of a member who does not exist or has no password, so that the check costs the same. */
  const noSalt = new Uint8Array(randomBytes(SALT_BYTES))
  const noHash = randomBytes(32)

  return {
    /**
     * Offers a secret to a subject. It is the secret of the earlier offer where that is still valid, because a phone may have it already.
     */
    offerCode(subject: string, earlier = ''): CodeOffer {
      const known = this.findOffered(subject, earlier)
      if (known !== null) return { secret: known, ticket: earlier }
      const secret = makeCodeSecret()
      return { secret, ticket: seal(sealing, offerPlace(subject), JSON.stringify({ secret, at: now() })).toString('base64url') }
    },

    /** The secret of an offer that is still valid; `null` where there is none. */
    findOffered(subject: string, ticket: string): string | null {
      const text = findOpened(sealing, offerPlace(subject), Buffer.from(ticket, 'base64url'))
      if (text === null) return null
      const { secret, at } = JSON.parse(text) as { secret: string; at: number }
      return now() - at <= OFFER_MINUTES * 60_000 ? secret : null
    },

    /** Stretches a new password; `ok: false` where too many wait. */
    async stretchNew(password: string): Promise<GateResult<StretchedPassword>> {
      const salt = new Uint8Array(randomBytes(SALT_BYTES))
      const stretched = await gate.run(() => stretch(plainPassword(password), salt, pepper))
      return stretched.ok ? { ok: true, value: { salt, hash: stretched.value } } : stretched
    },

    /** Whether this is the member's password; the same work where there is no such member. `ok: false` where too many wait. */
    async isPassword(
      member: { readonly row: Member; readonly key: OrganizationKey } | null,
      password: string,
    ): Promise<GateResult<boolean>> {
      const stored = member?.row.passwordHash
        ? Buffer.from(openCell(member.key, passwordCell(member.row.id), member.row.passwordHash), 'base64')
        : null
      const stretched = await gate.run(() => stretch(plainPassword(password), member?.row.salt ?? noSalt, pepper))
      if (!stretched.ok) return stretched
      const same = timingSafeEqual(stretched.value, stored ?? noHash)
      return { ok: true, value: same && stored !== null }
    },

    /** Columns of a member's row that hold a password and the secret of its codes. */
    columns(key: OrganizationKey, memberId: string, { salt, hash }: StretchedPassword, codeSecret: string, step: number) {
      return {
        salt,
        passwordHash: sealCell(key, passwordCell(memberId), hash.toString('base64')),
        codeSecret: sealCell(key, codeCell(memberId), codeSecret),
        codeStep: step,
      }
    },

    /** The step of a code for a secret that is not kept yet. */
    stepOf: (secret: string, code: string): number | null => stepOfCode(secret, plainCode(code), now()),

    /**
     * Uses up a one-time code or a recovery code. Its statements are the same where `member` is `null`, which also stands for a wrong
     * password.
     * @returns whether the code was the member's and had not been used
     */
    async useCode(
      transaction: Transaction,
      member: { readonly row: Member; readonly key: OrganizationKey } | null,
      typed: string,
    ): Promise<boolean> {
      const id = member?.row.id ?? ''
      const secret = member?.row.codeSecret ? openCell(member.key, codeCell(id), member.row.codeSecret) : makeCodeSecret()
      const code = plainCode(typed)
      const step = stepOfCode(secret, code, now()) ?? 0
      const byPhone = await transaction.member.updateMany({ where: { id, codeStep: { lt: step } }, data: { codeStep: step } })
      const byPaper = await transaction.recoveryCode.deleteMany({ where: { id: blindIndexOf('recovery', id, code), memberId: id } })
      return byPhone.count + byPaper.count > 0
    },

    /** Makes a member's recovery codes in place of all earlier ones. They are in the answer and nowhere else: show them now. */
    async replaceRecoveryCodes(transaction: Transaction, memberId: string): Promise<readonly string[]> {
      const codes = Array.from({ length: RECOVERY_CODES }, makeRecoveryCode)
      await transaction.recoveryCode.deleteMany({ where: { memberId } })
      await transaction.recoveryCode.createMany({
        data: codes.map(code => ({ id: blindIndexOf('recovery', memberId, plainCode(code)), memberId })),
      })
      return codes
    },
  }
}

/**
 * The plain form of a code. Members type codes from paper and from phones, with or without spaces and dashes, and some write O for 0 and L
 * for 1.
 */
const plainCode = (typed: string) => typed.normalize('NFKC').toLowerCase().replace(/[\s-]/g, '').replaceAll('o', '0').replace(/[il]/g, '1')

/** Makes four groups of four characters. A byte modulo 32 is as evenly distributed as a byte. */
function makeRecoveryCode(): string {
  const characters = [...randomBytes(RECOVERY_CHARACTERS)].map(byte => ALPHABET[byte % ALPHABET.length]).join('')
  return characters.replace(/(.{4})(?!$)/g, '$1-')
}
