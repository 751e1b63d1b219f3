import { randomInt } from 'node:crypto'
import type { Actor } from '#machines/casework/permissions.ts'
import type { CaseworkContext } from '#app/data/organizations/index.server.ts'
import type { Transaction } from '#app/data/engine/index.server.ts'
import type { ShareCode } from '../generated/sqlite/client.ts'

/** Letters and digits that people do not mistake for each other. */
const ALPHABET = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
/** 10 × 4.95 bits. A code leads only to sharing with the organization that shows it, and is valid for minutes. */
const LENGTH = 10
const GROUP = 5
/** Minutes for which a code is valid. */
export const SHARE_CODE_MINUTES = 15

/** A code as it is shown, and the end of its validity. */
export interface ShownCode {
  readonly code: string
  readonly until: Date
}

/** A typed code, without the characters that people put between its letters. */
const plainCode = (text: string): string => text.toUpperCase().replace(/[^A-Z0-9]/g, '')

/** Makes a member's code, in place of the earlier one. */
export function makeShareCode({ transact, blindIndexOf, now }: CaseworkContext, { memberId, organizationId }: Actor): Promise<ShownCode> {
  const code = Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
  const until = new Date(now() + SHARE_CODE_MINUTES * 60_000)
  return transact(async ({ shareCode }) => {
    await shareCode.deleteMany({ where: { OR: [{ memberId }, { expiresAt: { lt: new Date(now()) } }] } })
    await shareCode.create({
      data: { id: blindIndexOf('share-code', code), memberId, organizationId, expiresAt: until },
      select: { id: true },
    })
    return { code: `${code.slice(0, GROUP)}-${code.slice(GROUP)}`, until }
  })
}

/** Finds the row of a valid code; `null` where there is none. */
export function findShareCode(
  { blindIndexOf, now }: CaseworkContext,
  { shareCode }: Transaction,
  typed: string,
): Promise<ShareCode | null> {
  return shareCode.findUnique({
    where: { id: blindIndexOf('share-code', plainCode(typed)), expiresAt: { gte: new Date(now()) }, member: { disabledAt: null } },
  })
}

/** Uses a code up; returns false where another caller was faster. */
export async function useShareCode({ shareCode }: Transaction, { id }: ShareCode): Promise<boolean> {
  return (await shareCode.deleteMany({ where: { id } })).count === 1
}
