import {
  findNewPasskey,
  findPasskeyUse,
  type Credential,
  type PasskeyOptions,
  type Site,
  type TakeChallenge,
} from '#app/security/proof/webauthn.server.ts'
import { type Cell, type CaseworkContext, openCell, type OrganizationKey, sealCell } from '#app/data/organizations/index.server.ts'
import type { Transaction } from '#app/data/engine/index.server.ts'
import type { Passkey } from '../generated/sqlite/client.ts'

/** Minutes in which a browser must answer: the time that a member needs to find their device. */
const CHALLENGE_MINUTES = 5

const credentialCell = (row: string, memberId: string): Cell => ({ table: 'Passkey', row, column: `credential:${memberId}` })

/** Stores the challenge for a browser until it is answered. `purpose` says what the challenge is for, and for whom. */
export async function keepChallenge<Options extends PasskeyOptions>(
  { transact, blindIndexOf, now }: CaseworkContext,
  purpose: string,
  options: Options,
): Promise<Options> {
  const id = blindIndexOf('challenge', purpose, options.challenge)
  await transact(({ passkeyChallenge }) =>
    passkeyChallenge.create({ data: { id, expiresAt: new Date(now() + CHALLENGE_MINUTES * 60_000) } }),
  )
  return options
}

/** Takes a kept challenge back, so that no answer works twice, or for another purpose. */
const takeChallenge =
  ({ transact, blindIndexOf, now }: CaseworkContext, purpose: string): TakeChallenge =>
  async challenge => {
    const where = { id: blindIndexOf('challenge', purpose, challenge), expiresAt: { gte: new Date(now()) } }
    return (await transact(({ passkeyChallenge }) => passkeyChallenge.deleteMany({ where }))).count === 1
  }

/** A passkey that a browser has just made; `null` where its answer proves nothing. */
export const findMadePasskey = (context: CaseworkContext, purpose: string, site: Site, sent: unknown) =>
  findNewPasskey(site, sent, takeChallenge(context, purpose))

/** Adds a passkey to a member. */
export async function addPasskeyRow(
  { blindIndexOf, now }: CaseworkContext,
  transaction: Transaction,
  key: OrganizationKey,
  memberId: string,
  { credential, counter }: { readonly credential: Credential; readonly counter: number },
): Promise<void> {
  const id = blindIndexOf('passkey', credential.id)
  await transaction.passkey.create({
    data: {
      id,
      memberId,
      credential: sealCell(key, credentialCell(id, memberId), JSON.stringify(credential)),
      counter,
      createdAt: new Date(now()),
    },
  })
}

/** The credential of a member's passkey. */
export function openCredential(key: OrganizationKey, { id, memberId, credential }: Passkey): Credential {
  return JSON.parse(openCell(key, credentialCell(id, memberId), credential)) as Credential
}

/** Checks that a browser used this passkey; returns the authenticator's new count of uses, or `null`. */
export function findUse(
  context: CaseworkContext,
  purpose: string,
  key: OrganizationKey,
  row: Passkey,
  site: Site,
  sent: unknown,
): Promise<number | null> {
  return findPasskeyUse(site, sent, { credential: openCredential(key, row), counter: row.counter }, takeChallenge(context, purpose))
}
