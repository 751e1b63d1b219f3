import { z } from 'zod'

/** Loaded when a member first makes or uses a passkey, because it takes a third of the time that everything else takes to load. */
const library = () => import('@simplewebauthn/server')

/** The site that passkeys belong to. A browser gives no passkey to a site of another name. */
export interface Site {
  /** Host name. A site that is reached by an IP address has no passkeys. */
  readonly id: string
  /** Scheme, host and port. */
  readonly origin: string
}

/** The half of a passkey that the server stores. The secret half never leaves the member's device. */
export interface Credential {
  /** Base64url. */
  readonly id: string
  /** Base64url of the COSE key. */
  readonly publicKey: string
  readonly transports: readonly string[]
}

/** JSON that asks a browser for a passkey, with the challenge in it. */
export interface PasskeyOptions {
  readonly challenge: string
}

/** Says whether a challenge was given out and not answered yet, and takes it back. */
export type TakeChallenge = (challenge: string) => Promise<boolean>

/** Longest text in a browser's answer, in characters. An answer with a longer text is rejected. */
const LONGEST_TEXT = 20_000
const text = z.string().max(LONGEST_TEXT)
const base64url = text.regex(/^[\w-]+$/)
const answer = { id: base64url, rawId: base64url, type: z.literal('public-key'), clientExtensionResults: z.object({}).default({}) }
const newPasskey = z.object({
  ...answer,
  response: z.object({ clientDataJSON: base64url, attestationObject: base64url, transports: z.array(text).max(10).optional() }),
})
const usedPasskey = z.object({
  ...answer,
  response: z.object({ clientDataJSON: base64url, authenticatorData: base64url, signature: base64url, userHandle: base64url.optional() }),
})

/** The member proves their presence by the device's own means (finger, face, number), so a passkey is two factors in one. */
const USER_VERIFICATION = 'required'

/**
 * Asks a browser to make a passkey that is found without a login name.
 * @param userId by which devices know the passkeys of one member; nothing personal
 * @param known ids of the credentials that the member has already
 */
export async function newPasskeyOptions(
  site: Site,
  userName: string,
  userId: Uint8Array<ArrayBuffer>,
  known: readonly string[],
): Promise<PasskeyOptions> {
  const { generateRegistrationOptions } = await library()
  return generateRegistrationOptions({
    rpName: site.id,
    rpID: site.id,
    userName,
    userID: userId,
    // The server would not act on the make of a device, so it does not ask for it.
    attestationType: 'none',
    excludeCredentials: known.map(id => ({ id })),
    authenticatorSelection: { residentKey: 'required', userVerification: USER_VERIFICATION },
  })
}

/** Asks a browser for any passkey of the site. */
export async function signInOptions(site: Site): Promise<PasskeyOptions> {
  const { generateAuthenticationOptions } = await library()
  return generateAuthenticationOptions({ rpID: site.id, userVerification: USER_VERIFICATION })
}

/** Checks a browser's answer to {@link newPasskeyOptions}; `null` where it proves nothing. */
export async function findNewPasskey(
  site: Site,
  sent: unknown,
  takeChallenge: TakeChallenge,
): Promise<{ readonly credential: Credential; readonly counter: number } | null> {
  const read = newPasskey.safeParse(sent)
  if (!read.success) return null
  const { verifyRegistrationResponse } = await library()
  const verified = await orNull(
    verifyRegistrationResponse({
      response: read.data,
      expectedChallenge: takeChallenge,
      expectedOrigin: site.origin,
      expectedRPID: site.id,
      requireUserVerification: true,
    }),
  )
  if (!verified?.verified) return null
  const { id, publicKey, counter } = verified.registrationInfo.credential
  return {
    credential: { id, publicKey: Buffer.from(publicKey).toString('base64url'), transports: read.data.response.transports ?? [] },
    counter,
  }
}

/** The id of the credential in a browser's answer to {@link signInOptions}; `null` where the answer has none. */
export function credentialIdOf(sent: unknown): string | null {
  const read = usedPasskey.safeParse(sent)
  return read.success ? read.data.id : null
}

/**
 * Checks a browser's answer to {@link signInOptions} against the passkey that it names.
 * @returns the authenticator's new count of uses; `null` where the answer proves nothing
 */
export async function findPasskeyUse(
  site: Site,
  sent: unknown,
  { credential, counter }: { readonly credential: Credential; readonly counter: number },
  takeChallenge: TakeChallenge,
): Promise<number | null> {
  const read = usedPasskey.safeParse(sent)
  if (!read.success) return null
  const { userHandle, ...response } = read.data.response
  const { verifyAuthenticationResponse } = await library()
  const verified = await orNull(
    verifyAuthenticationResponse({
      response: { ...read.data, response: { ...response, ...(userHandle !== undefined && { userHandle }) } },
      expectedChallenge: takeChallenge,
      expectedOrigin: site.origin,
      expectedRPID: site.id,
      credential: { id: credential.id, publicKey: new Uint8Array(Buffer.from(credential.publicKey, 'base64url')), counter },
      requireUserVerification: true,
    }),
  )
  return verified?.verified ? verified.authenticationInfo.newCounter : null
}

/** Turns the errors that the library throws at a wrong answer into `null`: we treat all wrong answers alike. */
async function orNull<T>(verified: Promise<T>): Promise<T | null> {
  try {
    return await verified
  } catch {
    return null
  }
}
