import { callerOf, endedStaffCookie, findStaffCookie, siteOf, staffCookie } from '#app/auth/cookies.server.ts'
import { findStaffVisit, requireCasework, WORK_PATHS, type StaffContext } from '#app/auth/visit.server.ts'
import { seeOther } from '#app/features/claim/visit.server.ts'
import { SMALL_FORM } from '#app/security/forms/form-bounds.ts'
import { readSentForm } from '#app/forms/sent-form.server.ts'
import type { Services } from '#app/services.server.ts'
import { minutesOf } from './form-texts.server.ts'

/** The sign-in page before a form was sent. */
export interface SignInView {
  /** Whether a session of this browser has ended. */
  readonly ended: boolean
  /** Name of the member who is signed in already. A member signs in again to be allowed to change their ways to sign in. */
  readonly name: string | null
}

/** Why a sign-in was refused. It does not say which of login name, password and code was wrong. */
export interface NotSignedIn {
  readonly problem: 'empty' | 'wrong' | 'passkey' | 'slow-down'
  readonly minutes: number
  readonly login: string
}

/** The view. If it says that a session has ended, the headers also remove that session's cookie, so that it says so once. */
export async function signInView(
  context: StaffContext,
  request: Request,
): Promise<{ readonly view: SignInView; readonly headers: Headers }> {
  const visit = await findStaffVisit(context, request)
  const ended = !visit && findStaffCookie(request) !== null
  return {
    view: { ended, name: visit?.member.name ?? null },
    headers: new Headers(ended ? { 'Set-Cookie': endedStaffCookie(request) } : {}),
  }
}

/** Signs in with password and code, or with the passkey that the page's script has asked for. An earlier session of this browser ends. */
export async function signIn(services: Services, request: Request, clientAddress: string): Promise<Response | NotSignedIn> {
  const casework = requireCasework(services)
  const form = await readSentForm(request, SMALL_FORM)
  const caller = callerOf(request, clientAddress)
  const [login, password, code] = [form.text('login'), form.password(), form.code('code')]
  const byPasskey = form.has('passkey')
  if (!byPasskey && [login, password, code].includes('')) return { problem: 'empty', minutes: 0, login }
  const result = byPasskey
    ? await casework.signIn.byPasskey(siteOf(request), form.json('passkey'), caller)
    : await casework.signIn.byPassword({ login, password, code }, caller)
  if (result.ok) {
    await casework.sessions.end(findStaffCookie(request))
    return seeOther(WORK_PATHS.home, staffCookie(request, result.session))
  }
  if (result.reason === 'slow-down') return { problem: 'slow-down', minutes: minutesOf(result.retryAfterSeconds), login }
  return { problem: byPasskey ? 'passkey' : 'wrong', minutes: 0, login }
}

/** Signs out in this browser. */
export async function signOut(services: Services, request: Request): Promise<Response> {
  await requireCasework(services).sessions.end(findStaffCookie(request))
  return seeOther(WORK_PATHS.signIn, endedStaffCookie(request))
}
