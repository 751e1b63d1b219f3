import { createHmac } from 'node:crypto'
import type { OpenDatabase, Transaction } from '#app/data/engine/index.server.ts'

/** What every part of the casework data works with. */
export interface Desk {
  readonly transact: OpenDatabase['transact']
  /** Clock in milliseconds since 1970. */
  readonly now: () => number
  /** Wraps the keys of organizations. */
  readonly wrapping: Buffer
  /** Seals what is between organizations, or between two requests. */
  readonly sealing: Buffer
  /**
   * HMAC by which something is found that is itself kept sealed, or not at all.
   * @param kind what it is; the same text of two kinds has two marks
   */
  readonly markOf: (kind: 'login' | 'passkey' | 'challenge' | 'recovery' | 'share-code', ...texts: readonly string[]) => string
}

/** @param keyFor keys of the installation by purpose */
export function createDesk({ transact }: OpenDatabase, keyFor: (purpose: string) => Buffer, now: () => number): Desk {
  const marks = keyFor('casework-marks')
  return {
    transact,
    now,
    wrapping: keyFor('organization-keys'),
    sealing: keyFor('casework-seals'),
    markOf: (kind, ...texts) =>
      createHmac('sha256', marks)
        .update(JSON.stringify([kind, ...texts]))
        .digest('hex'),
  }
}

// Each of these writes what stands there already. What a transaction decides on, it holds, so that two that decide on the same meet;
// and one that will write begins with a write (see OpenDatabase). None writes a key that other rows point to: SQLite then looks through
// every one of them, and an organization's record alone has many thousands.
const INSTALLATION = 1

/** What holds an organization's row: a write of what stands there. */
export const HELD_ORGANIZATION = { caseCount: { increment: 0 } } as const
const HELD_MEMBER = { codeStep: { increment: 0 } } as const

/** Holds the installation, on whose being empty the first owner depends. */
export async function holdInstallation({ installation }: Transaction): Promise<void> {
  await installation.updateMany({ where: { id: INSTALLATION }, data: { id: INSTALLATION } })
}

/** Holds an organization. */
export async function holdOrganization({ organization }: Transaction, id: string): Promise<void> {
  await organization.updateMany({ where: { id }, data: HELD_ORGANIZATION })
}

/** Holds a member. */
export async function holdMember({ member }: Transaction, id: string): Promise<void> {
  await member.updateMany({ where: { id }, data: HELD_MEMBER })
}
