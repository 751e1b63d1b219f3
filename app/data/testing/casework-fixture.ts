import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import type { PasskeyOptions, Site } from '#app/security/proof/webauthn.server.ts'
import type { Actor, Role } from '#machines/casework/permissions.ts'
import type { ShareChoice } from '../cases/case-shares.server.ts'
import type { Casework } from '../casework.server.ts'
import type { Caller } from '../staff/staff-sign-in.server.ts'

/** An invented site and visitor for tests. */
export const TEST_SITE: Site = { id: 'localhost', origin: 'http://localhost:3000' }
export const TEST_CALLER: Caller = { clientKey: '192.0.2.1', browser: 'firefox/linux' }
export const TEST_PASSWORD = 'six quiet garden stones'

/** The code that a phone shows for a secret at a moment, in milliseconds. */
export const codeAt = (secret: string, time: number): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: time })

/** Joins by a link with a password. Returns the session, the secret in the phone and the recovery codes. */
export async function joinWithPassword(casework: Casework, secret: string, login: string, time: number, caller: Caller = TEST_CALLER) {
  const offer = casework.joining.offerCode(secret)
  const joined = await casework.joining.join(
    secret,
    { organizationName: 'Casa Ejemplo', name: `Name of ${login}`, login },
    { kind: 'password', password: TEST_PASSWORD, ticket: offer.ticket, code: codeAt(offer.secret, time) },
    caller,
  )
  if (!joined.ok) throw new Error(joined.reason)
  const open = await casework.sessions.find(joined.session)
  if (!open) throw new Error('no session')
  return { ...joined, codeSecret: offer.secret, member: open.member, organization: open.organization }
}

/** Makes the first organization and its owner. */
export async function makeOwner(casework: Casework, time: number, login = 'owner') {
  const link = (await casework.invitations.inviteFirstOwner()) ?? (await casework.invitations.inviteOrganization())
  return joinWithPassword(casework, link.secret, login, time)
}

/** Invites a person and lets them join. */
export async function addMember(
  casework: Casework,
  organizationId: string,
  role: Role,
  login: string,
  time: number,
  teamId: string | null = null,
  caller: Caller = TEST_CALLER,
) {
  const { secret } = await casework.invitations.invite(organizationId, { role, teamId, name: login })
  return joinWithPassword(casework, secret, login, time, caller)
}

/** A choice that shares all parts. */
export const ALL_PARTS: ShareChoice = { story: true, papers: true, mayEdit: true }

/** Shares a draft with the organization of a member, who makes the code for it. Returns the answer to the survivor. */
export async function shareByCode(casework: Casework, member: Actor, session: string, choice: ShareChoice = ALL_PARTS) {
  const { code } = await casework.makeShareCode(member)
  return casework.shares.share(session, code, choice, 'address')
}

const USER_PRESENT_AND_VERIFIED = 0x05
const HAS_CREDENTIAL = 0x40

/** A passkey in software, which answers as a browser and its device do together. */
export class TestPasskey {
  readonly id = randomBytes(16)
  readonly #keys = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  counter = 0
  constructor(
    readonly site: Site = TEST_SITE,
    /** Without 4, the device did not ask for finger, face or number. */
    readonly flags = USER_PRESENT_AND_VERIFIED,
  ) {}

  /** Answers the request to make the passkey. */
  make(options: PasskeyOptions) {
    const data = Buffer.concat([
      this.#head(HAS_CREDENTIAL),
      Buffer.alloc(16),
      Buffer.of(0, this.id.length),
      this.id,
      coseKey(this.#keys.publicKey),
    ])
    // {"fmt": "none", "attStmt": {}, "authData": data}
    const attestation = Buffer.concat([
      Buffer.of(0xa3),
      cborText('fmt'),
      cborText('none'),
      cborText('attStmt'),
      Buffer.of(0xa0),
      cborText('authData'),
      cborBytes(data),
    ])
    const clientDataJSON = this.#client('webauthn.create', options.challenge)
    return this.#answer({ clientDataJSON, attestationObject: attestation.toString('base64url'), transports: ['internal'] })
  }

  /** Answers the request to use the passkey. */
  use(options: PasskeyOptions) {
    this.counter += 1
    const data = this.#head(0)
    const clientDataJSON = this.#client('webauthn.get', options.challenge)
    const signed = Buffer.concat([data, createHash('sha256').update(Buffer.from(clientDataJSON, 'base64url')).digest()])
    const signature = sign('sha256', signed, this.#keys.privateKey).toString('base64url')
    return this.#answer({ clientDataJSON, authenticatorData: data.toString('base64url'), signature })
  }

  #head(more: number): Buffer {
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(this.counter)
    return Buffer.concat([createHash('sha256').update(this.site.id).digest(), Buffer.of(this.flags | more), counter])
  }

  #client(type: string, challenge: string): string {
    return Buffer.from(JSON.stringify({ type, challenge, origin: this.site.origin, crossOrigin: false })).toString('base64url')
  }

  #answer(response: object) {
    const id = this.id.toString('base64url')
    return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response }
  }
}

/** A public key in the encoding of passkeys (RFC 9053): {1: 2, 3: -7, -1: 1, -2: x, -3: y}. */
function coseKey(key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' })
  const part = (text: string) => cborBytes(Buffer.from(text, 'base64url'))
  return Buffer.concat([Buffer.of(0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21), part(x), Buffer.of(0x22), part(y)])
}

const cborText = (text: string) => Buffer.concat([Buffer.of(0x60 + text.length), Buffer.from(text)])
const cborBytes = (bytes: Buffer) =>
  Buffer.concat([bytes.length < 256 ? Buffer.of(0x58, bytes.length) : Buffer.of(0x59, bytes.length >> 8, bytes.length & 0xff), bytes])
