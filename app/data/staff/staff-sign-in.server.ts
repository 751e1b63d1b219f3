import { credentialIdOf, signInOptions, type PasskeyOptions, type Site } from '#app/security/proof/webauthn.server.ts'
import type { Throttle } from '#app/security/throttle/throttle.server.ts'
import { type CaseworkContext, openOrganization, plainLogin } from '#app/data/organizations/index.server.ts'
import { findUse, keepChallenge } from './passkeys.server.ts'
import type { Passwords } from './passwords.server.ts'
import { makeStaffSession } from './staff-sessions.server.ts'
import { STRETCH_RETRY_SECONDS } from '#app/keys/stretch.server.ts'
import { slowDown, type SlowDown } from '#app/security/throttle/slow-down.server.ts'

/** Result of a sign-in. It does not tell unknown, wrong, used up and disabled apart. */
type SignInResult = { readonly ok: true; readonly session: string } | { readonly ok: false; readonly reason: 'wrong' } | SlowDown

/** The origin of a sign-in. */
export interface Caller {
  /** Address of the request. It is only counted, under an HMAC. */
  readonly clientKey: string
  /** Kind of browser, for the member's list of sessions. */
  readonly browser: string
}

export interface StaffSignIn {
  /** @param code of the member's phone, or a recovery code, which works once */
  readonly byPassword: (
    sent: { readonly login: string; readonly password: string; readonly code: string },
    caller: Caller,
  ) => Promise<SignInResult>
  /** The options for a browser that signs in with a passkey. */
  readonly passkeyOptions: (site: Site, clientKey: string) => Promise<{ readonly ok: true; readonly options: PasskeyOptions } | SlowDown>
  /** @param sent the browser's answer, of any shape */
  readonly byPasskey: (site: Site, sent: unknown, caller: Caller) => Promise<SignInResult>
}

const WRONG = { ok: false, reason: 'wrong' } as const
const PURPOSE = 'sign-in'

export function createStaffSignIn(context: CaseworkContext, passwords: Passwords, throttle: Throttle): StaffSignIn {
  const { transact, blindIndexOf, now } = context

  return {
    async byPassword({ login, password, code }, { clientKey, browser }) {
      const lookup = blindIndexOf('login', plainLogin(login))
      const counted = await throttle.count({ address: clientKey, row: lookup })
      if (!counted.ok) return slowDown(counted.retryAfterSeconds)
      const found = await transact(({ member }) => member.findUnique({ where: { lookup }, include: { organization: true } }))
      const known = found && found.disabledAt === null ? { row: found, key: openOrganization(context, found.organization).key } : null
      const right = await passwords.isPassword(known, password)
      if (!right.ok) return slowDown(STRETCH_RETRY_SECONDS)
      const proven = right.value ? known : null
      const session = await transact(async transaction => {
        if (!(await passwords.useCode(transaction, proven, code)) || !proven) return null
        return makeStaffSession(context, transaction, proven.row.id, proven.key, browser)
      })
      if (session === null) return WRONG
      await throttle.forgive(lookup)
      return { ok: true, session }
    },

    async passkeyOptions(site, clientKey) {
      const counted = await throttle.count({ address: clientKey, row: null })
      if (!counted.ok) return slowDown(counted.retryAfterSeconds)
      return { ok: true, options: await keepChallenge(context, PURPOSE, await signInOptions(site)) }
    },

    async byPasskey(site, sent, { clientKey, browser }) {
      const credentialId = credentialIdOf(sent)
      const counted = await throttle.count({ address: clientKey, row: null })
      if (!counted.ok) return slowDown(counted.retryAfterSeconds)
      const id = blindIndexOf('passkey', credentialId ?? '')
      const row = await transact(({ passkey }) =>
        passkey.findUnique({ where: { id }, include: { member: { include: { organization: true } } } }),
      )
      if (credentialId === null || !row || row.member.disabledAt !== null) return WRONG
      const { key } = openOrganization(context, row.member.organization)
      const counter = await findUse(context, PURPOSE, key, row, site, sent)
      if (counter === null) return WRONG
      const session = await transact(async transaction => {
        // Two uses with the same count mean that one of the passkeys is a copy.
        const { count } = await transaction.passkey.updateMany({
          where: { id, counter: row.counter },
          data: { counter, lastUsedAt: new Date(now()) },
        })
        return count === 0 ? null : makeStaffSession(context, transaction, row.memberId, key, browser)
      })
      return session === null ? WRONG : { ok: true, session }
    },
  }
}
