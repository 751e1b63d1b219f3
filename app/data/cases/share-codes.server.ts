import { randomInt } from 'node:crypto'
import type { Actor } from '#machines/casework/permissions.ts'
import type { Desk } from '#app/data/organizations/index.server.ts'
import type { Transaction } from '#app/data/engine/index.server.ts'
import type { ShareCode } from '../generated/sqlite/client.ts'

/** Letters and digits that nobody takes for each other. */
const ALPHABET = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
/** 10 × 4.95 bits: a code leads only to sharing with the organization that shows it, and lives for minutes. */
const LENGTH = 10
const GROUP = 5
/** Minutes for which a code stands. */
export const SHARE_CODE_MINUTES = 15

/** A code as it is shown, and until when it stands. */
export interface ShownCode {
  readonly code: string
  readonly until: Date
}

/** A code as it was typed, without what people put between its letters. */
const plainCode = (text: string): string => text.toUpperCase().replace(/[^A-Z0-9]/g, '')

/** Makes a member's code, in place of the one before. */
export function makeShareCode({ transact, markOf, now }: Desk, { memberId, organizationId }: Actor): Promise<ShownCode> {
  const code = Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
  const until = new Date(now() + SHARE_CODE_MINUTES * 60_000)
  return transact(async ({ shareCode }) => {
    await shareCode.deleteMany({ where: { OR: [{ memberId }, { expiresAt: { lt: new Date(now()) } }] } })
    await shareCode.create({ data: { id: markOf('share-code', code), memberId, organizationId, expiresAt: until }, select: { id: true } })
    return { code: `${code.slice(0, GROUP)}-${code.slice(GROUP)}`, until }
  })
}

/** The row of a code that stands; `null` where there is none. */
export function findShareCode({ markOf, now }: Desk, { shareCode }: Transaction, typed: string): Promise<ShareCode | null> {
  return shareCode.findUnique({
    where: { id: markOf('share-code', plainCode(typed)), expiresAt: { gte: new Date(now()) }, member: { disabledAt: null } },
  })
}

/** Uses a code up; false where somebody was faster. */
export async function useShareCode({ shareCode }: Transaction, { id }: ShareCode): Promise<boolean> {
  return (await shareCode.deleteMany({ where: { id } })).count === 1
}
