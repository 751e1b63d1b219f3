import { startAuthentication, startRegistration } from '@simplewebauthn/browser'

/**
 * Asks the server for options, and with them the browser for a passkey.
 * @param form sent to the server: `for`, and the login name of a person who joins
 * @returns the browser's answer as JSON; `null` if the person cancelled, or if the server or the browser offers no passkey
 */
export async function askForPasskey(form: FormData): Promise<string | null> {
  try {
    const response = await fetch('/work/passkey', { method: 'POST', body: new URLSearchParams(form as unknown as Record<string, string>) })
    if (response.status !== 200) return null
    const optionsJSON = (await response.json()) as never
    return JSON.stringify(
      form.get('for') === 'sign-in' ? await startAuthentication({ optionsJSON }) : await startRegistration({ optionsJSON }),
    )
  } catch {
    return null
  }
}
