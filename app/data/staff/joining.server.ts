import { randomUUID } from 'node:crypto'
import { newPasskeyOptions, type PasskeyOptions, type Site } from '#app/security/proof/webauthn.server.ts'
import type { Throttle } from '#app/security/throttle/throttle.server.ts'
import {
  type CaseworkContext,
  getOrganizationKey,
  holdInstallation,
  makeOrganization,
  memberLoginCell,
  memberNameCell,
  openMember,
  openOrganization,
  type OrganizationKey,
  plainLogin,
  sealCell,
} from '#app/data/organizations/index.server.ts'
import { isNotUnique, type Transaction } from '#app/data/engine/index.server.ts'
import { findInvitation, type InvitationView } from './invitations.server.ts'
import { addPasskeyRow, findMadePasskey, keepChallenge } from './passkeys.server.ts'
import type { CodeOffer, Passwords, StretchedPassword } from './passwords.server.ts'
import type { NewPassword } from './sign-in-ways.server.ts'
import type { Caller } from './staff-sign-in.server.ts'
import { makeStaffSession } from './staff-sessions.server.ts'
import { STRETCH_RETRY_SECONDS } from '#app/keys/stretch.server.ts'
import { slowDown, type SlowDown } from '#app/security/throttle/slow-down.server.ts'

/** The content of a link's page. */
export interface JoinView extends Pick<InvitationView, 'kind' | 'role' | 'name'> {
  /** `null` where the link makes the organization. */
  readonly organizationName: string | null
  /** The login name of the member, which stays; `null` where a new one is chosen. */
  readonly login: string | null
}

/** The entries of the joining person. Values that the link states already, such as the role, are not taken from here. */
interface JoinForm {
  readonly organizationName: string
  readonly name: string
  readonly login: string
}

/** The chosen sign-in method. `sent` is a browser's answer, of any shape. */
export type JoinWay =
  ({ readonly kind: 'password' } & NewPassword) | { readonly kind: 'passkey'; readonly site: Site; readonly sent: unknown }

/** `gone`: the link was used, withdrawn or is too old. `proof`: the code or the passkey was not right; the link is still valid. */
export type JoinResult =
  | { readonly ok: true; readonly session: string; readonly recoveryCodes: readonly string[] }
  | { readonly ok: false; readonly reason: 'gone' | 'login-taken' | 'proof' }
  | SlowDown

/** The steps of a person who opens a one-time link. */
export interface Joining {
  /** Reads a link; `view` is `null` where the link is not valid. */
  readonly find: (secret: string, clientKey: string) => Promise<{ readonly ok: true; readonly view: JoinView | null } | SlowDown>
  /** @param earlier ticket of an earlier offer, which is made again while it is valid */
  readonly offerCode: (secret: string, earlier?: string) => CodeOffer
  /** The options for the browser; `null` where the link is not valid, or the login name is taken, so that no passkey is made in vain. */
  readonly passkeyOptions: (secret: string, login: string, site: Site) => Promise<PasskeyOptions | null>
  /** Makes the member (and the organization), uses the link up, and signs in. */
  readonly join: (secret: string, form: JoinForm, way: JoinWay, caller: Caller) => Promise<JoinResult>
}

export function createJoining(context: CaseworkContext, passwords: Passwords, throttle: Throttle): Joining {
  const { transact, blindIndexOf, now } = context
  const subjectOf = (secret: string) => `join:${secret}`

  return {
    async find(secret, clientKey) {
      const counted = await throttle.count({ address: clientKey, row: null })
      if (!counted.ok) return slowDown(counted.retryAfterSeconds)
      return { ok: true, view: await transact(transaction => viewOf(transaction, secret)) }
    },

    offerCode: (secret, earlier) => passwords.offerCode(subjectOf(secret), earlier),

    async passkeyOptions(secret, login, site) {
      const view = await transact(transaction => viewOf(transaction, secret))
      if (!view || (view.login === null && (await isTaken(login)))) return null
      const options = await newPasskeyOptions(site, view.login ?? plainLogin(login), new Uint8Array(Buffer.from(randomUUID())), [])
      return keepChallenge(context, subjectOf(secret), options)
    },

    async join(secret, form, way, { clientKey, browser }) {
      const counted = await throttle.count({ address: clientKey, row: null })
      if (!counted.ok) return slowDown(counted.retryAfterSeconds)
      if (!(await transact(transaction => findInvitation(context, transaction, secret)))) return { ok: false, reason: 'gone' }
      const proof = await proofOf(secret, way)
      if (proof === 'busy') return slowDown(STRETCH_RETRY_SECONDS)
      if (proof === null) return { ok: false, reason: 'proof' }
      try {
        return await transact(async (transaction): Promise<JoinResult> => {
          await holdInstallation(transaction)
          const invitation = await findInvitation(context, transaction, secret)
          if (!invitation) return { ok: false, reason: 'gone' }
          await transaction.invitation.deleteMany({ where: { id: invitation.id } })
          const { key, memberId } = await memberOf(transaction, invitation, form)
          if (proof.kind === 'passkey') await addPasskeyRow(context, transaction, key, memberId, proof.made)
          else
            await transaction.member.update({
              where: { id: memberId },
              data: passwords.columns(key, memberId, proof.stretched, proof.codeSecret, proof.step),
            })
          const recoveryCodes = proof.kind === 'passkey' ? [] : await passwords.replaceRecoveryCodes(transaction, memberId)
          return { ok: true, session: await makeStaffSession(context, transaction, memberId, key, browser), recoveryCodes }
        })
      } catch (error) {
        if (isNotUnique(error)) return { ok: false, reason: 'login-taken' }
        throw error
      }
    },
  }

  async function isTaken(login: string): Promise<boolean> {
    return (await transact(({ member }) => member.count({ where: { lookup: blindIndexOf('login', plainLogin(login)) } }))) > 0
  }

  async function viewOf(transaction: Transaction, secret: string): Promise<JoinView | null> {
    const invitation = await findInvitation(context, transaction, secret)
    if (!invitation) return null
    const { kind, role, name, organizationId, memberId } = invitation
    if (organizationId === null) return { kind, role, name, organizationName: null, login: null }
    const organization = openOrganization(context, await transaction.organization.findUniqueOrThrow({ where: { id: organizationId } }))
    const row = memberId === null ? null : await transaction.member.findUnique({ where: { id: memberId } })
    return { kind, role, name, organizationName: organization.name, login: row && openMember(organization.key, row).login }
  }

  /** Checks the chosen method; `null` where it proves nothing. */
  async function proofOf(secret: string, way: JoinWay): Promise<Proof | 'busy' | null> {
    if (way.kind === 'passkey') {
      const made = await findMadePasskey(context, subjectOf(secret), way.site, way.sent)
      return made && { kind: 'passkey', made }
    }
    const codeSecret = passwords.findOffered(subjectOf(secret), way.ticket)
    const step = codeSecret === null ? null : passwords.stepOf(codeSecret, way.code)
    if (codeSecret === null || step === null) return null
    const stretched = await passwords.stretchNew(way.password)
    return stretched.ok ? { kind: 'password', stretched: stretched.value, codeSecret, step } : 'busy'
  }

  /** The member of a link: the one whose sign-in methods it replaces, or a new one. */
  async function memberOf(
    transaction: Transaction,
    { organizationId, memberId, role, teamId }: InvitationView,
    form: JoinForm,
  ): Promise<{ readonly key: OrganizationKey; readonly memberId: string }> {
    const key =
      organizationId === null
        ? await makeOrganization(context, transaction, form.organizationName)
        : await getOrganizationKey(context, transaction, organizationId)
    if (memberId !== null) return { key, memberId }
    // The team may have been removed since.
    const team = teamId === null ? null : await transaction.team.findUnique({ where: { id: teamId, organizationId: key.organizationId } })
    const id = randomUUID()
    const login = plainLogin(form.login)
    await transaction.member.create({
      data: {
        id,
        organizationId: key.organizationId,
        teamId: team?.id ?? null,
        role,
        lookup: blindIndexOf('login', login),
        name: sealCell(key, memberNameCell(id, role), form.name),
        login: sealCell(key, memberLoginCell(id), login),
        createdAt: new Date(now()),
      },
    })
    return { key, memberId: id }
  }
}

type Proof =
  | { readonly kind: 'passkey'; readonly made: NonNullable<Awaited<ReturnType<typeof findMadePasskey>>> }
  | { readonly kind: 'password'; readonly stretched: StretchedPassword; readonly codeSecret: string; readonly step: number }
