import { createHmac } from 'node:crypto'
import type { OpenDatabase, Transaction } from '#app/data/engine/index.server.ts'

/** The tools that every part of the casework data works with. */
export interface CaseworkContext {
  readonly transact: OpenDatabase['transact']
  readonly read: OpenDatabase['read']
  /** Clock in milliseconds since 1970. */
  readonly now: () => number
  /** Wraps the keys of organizations. */
  readonly wrapping: Buffer
  /** Seals data that belongs to no single organization, or that stands between two requests. */
  readonly sealing: Buffer
  /**
   * HMAC by which a value is found that is stored sealed, or not at all.
   * @param kind of the value; the same text of two kinds has two blind indexes
   */
  readonly blindIndexOf: (kind: 'login' | 'passkey' | 'challenge' | 'recovery' | 'share-code', ...texts: readonly string[]) => string
}

/** @param keyFor keys of the installation by purpose */
export function createCaseworkContext(
  { transact, read }: OpenDatabase,
  keyFor: (purpose: string) => Buffer,
  now: () => number,
): CaseworkContext {
  const marks = keyFor('casework-marks')
  return {
    transact,
    read,
    now,
    wrapping: keyFor('organization-keys'),
    sealing: keyFor('casework-seals'),
    blindIndexOf: (kind, ...texts) =>
      createHmac('sha256', marks)
        .update(JSON.stringify([kind, ...texts]))
        .digest('hex'),
  }
}

// Each of these functions writes the value that a row already has. A transaction holds the rows that it decides on, so that two
// transactions that decide on the same row conflict, and a transaction that will write begins with a write (see OpenDatabase). No function
// writes a key that other rows refer to: SQLite would then look through all these rows, and the record of one organization has many
// thousands.
const INSTALLATION = 1

/** Holds an organization's row by writing the value that it has. */
export const HELD_ORGANIZATION = { caseCount: { increment: 0 } } as const
const HELD_MEMBER = { codeStep: { increment: 0 } } as const

/** Holds the row of the installation. The link of the first owner depends on there being no organization. */
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
