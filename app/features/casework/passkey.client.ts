import { startAuthentication, startRegistration } from '@simplewebauthn/browser'

/**
 * Asks the server what to ask with, and the browser for a passkey.
 * @param form what the server is told: `for`, and the login name where somebody joins
 * @returns the browser's answer as JSON; `null` where the person changed their mind, or there is no passkey to be had
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
