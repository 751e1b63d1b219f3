import { callerOf, endedLinkCookie, findLinkCookie, findStaffCookie, linkCookie, siteOf, staffCookie } from '#app/auth/cookies.server.ts'
import { requireCasework, WORK_PATHS } from '#app/auth/visit.server.ts'
import type { JoinResult, JoinView, JoinWay } from '#app/data/staff/index.server.ts'
import { seeOther } from '#app/features/claim/visit.server.ts'
import { SMALL_FORM } from '#app/security/forms/form-bounds.ts'
import { codeAddress } from '#app/security/proof/one-time-code.server.ts'
import { passwordProblem, PASSWORD_LEAST } from '#app/security/proof/password.server.ts'
import type { Services } from '#app/services.server.ts'
import type { FormProblem } from '#app/forms/form-values.ts'
import { press, readSent } from '#app/forms/press.server.ts'
import { readSentForm, type SentForm } from '#app/forms/sent-form.server.ts'
import { loginProblems, minutesOf, nameField } from './form-texts.server.ts'
import type { KeyForCodes } from './code-key.tsx'

/** The form that a valid link opens. */
export interface JoinPageView extends JoinView {
  readonly codeKey: KeyForCodes
  readonly least: number
}

/** The page: a field for a link, or the form that a valid link opens. */
export type JoinLoaded = { readonly at: 'link' } | { readonly at: 'form'; readonly view: JoinPageView }

/** The answer to a form: the recovery codes, or what has to be corrected. A password is never sent back. */
export type JoinReturned =
  | { readonly codes: readonly string[] }
  | { readonly problems: readonly FormProblem[]; readonly typed: Typed; readonly codeKey: KeyForCodes | null }

/** The page again, with the status and the headers of the answer. */
interface JoinAgain {
  readonly status: number
  readonly returned: JoinReturned
  readonly headers?: Headers
}

interface Typed {
  readonly organizationName: string
  readonly name: string
  readonly login: string
}

const NOTHING_TYPED: Typed = { organizationName: '', name: '', login: '' }

/** The form of the link that this browser has opened; without a valid link, the field for one. */
export async function joinLoaded(services: Services, request: Request, clientAddress: string): Promise<JoinLoaded> {
  const { joining } = requireCasework(services)
  const secret = findLinkCookie(request)
  const found = secret === null ? null : await joining.find(secret, clientAddress)
  if (secret === null || !found?.ok || !found.view) return { at: 'link' }
  return { at: 'form', view: { ...found.view, codeKey: offeredKey(services, secret, found.view.login ?? ''), least: PASSWORD_LEAST } }
}

/** A key of one-time codes for a form: the form's earlier key while that is valid, otherwise a new one. */
function offeredKey(services: Services, secret: string, login: string, earlier?: string): KeyForCodes {
  const { secret: key, ticket } = requireCasework(services).joining.offerCode(secret, earlier)
  return keyView(key, ticket, login)
}

/** A key in groups, as people read it, and as an address, as a phone opens it. */
export const keyView = (key: string, ticket: string, login: string): KeyForCodes => ({
  ticket,
  groups: key.match(/.{1,4}/g) ?? [],
  address: codeAddress(key, login),
})

/** Opens a link in this browser, or joins the organization with the link that is open. */
export async function join(services: Services, request: Request, clientAddress: string): Promise<Response | JoinAgain> {
  const form = await readSentForm(request, SMALL_FORM)
  const joinBy = (byPasskey: boolean) => () => joinOpened(services, request, form, clientAddress, byPasskey)
  // A browser may send the form without a button when the person presses Enter.
  return press(form.intent, {
    '': joinBy(false),
    password: joinBy(false),
    passkey: joinBy(true),
    open: () => open(services, request, form, clientAddress),
  })
}

async function joinOpened(
  services: Services,
  request: Request,
  form: SentForm,
  clientAddress: string,
  byPasskey: boolean,
): Promise<Response | JoinAgain> {
  const secret = findLinkCookie(request) ?? ''
  const typed = { organizationName: form.text('organizationName'), name: form.text('name'), login: form.text('login') }
  const { joining, sessions } = requireCasework(services)
  const found = await joining.find(secret, clientAddress)
  if (!found.ok) return refused([slowProblem(found.retryAfterSeconds)], typed, 429)
  if (!found.view) return gone(request)
  const login = found.view.login ?? typed.login
  const refuse = (problems: readonly FormProblem[], status = 422) =>
    refused(problems, typed, status, offeredKey(services, secret, login, form.text('ticket')))
  const problems = [...personProblems(found.view, form), ...(byPasskey ? [] : passwordProblems(form.password(), login))]
  if (problems.length > 0) return refuse(problems)
  const way: JoinWay = byPasskey
    ? { kind: 'passkey', site: siteOf(request), sent: form.json('passkey') }
    : { kind: 'password', password: form.password(), ticket: form.text('ticket'), code: form.code('code') }
  const result = await joining.join(secret, typed, way, callerOf(request, clientAddress))
  if (!result.ok)
    return result.reason === 'gone' ? gone(request) : refuse([problemOf(result, byPasskey)], result.reason === 'slow-down' ? 429 : 422)
  await sessions.end(findStaffCookie(request))
  const cookies = [staffCookie(request, result.session), endedLinkCookie(request)] as const
  if (byPasskey) return seeOther(WORK_PATHS.home, ...cookies)
  const headers = new Headers()
  for (const cookie of cookies) headers.append('Set-Cookie', cookie)
  return { status: 200, returned: { codes: result.recoveryCodes }, headers }
}

/** Moves the secret from the form's body into a cookie, so that no address that is sent, stored or logged contains it. */
async function open(services: Services, request: Request, form: SentForm, clientAddress: string): Promise<Response | JoinAgain> {
  const secret = form.text('link').replace(/^.*#/s, '')
  const found = await requireCasework(services).joining.find(secret, clientAddress)
  if (!found.ok) return refused([{ ...slowProblem(found.retryAfterSeconds), field: 'link' }], NOTHING_TYPED, 429)
  return found.view ? seeOther(WORK_PATHS.join, linkCookie(request, secret)) : gone(request)
}

function personProblems({ kind, login }: JoinView, form: SentForm): FormProblem[] {
  const makesOrganization = kind === 'first' || kind === 'organization'
  const { problems } = readSent(form, {
    ...(makesOrganization && { organizationName: nameField('work:errors.organization') }),
    ...(login === null && { name: nameField('work:errors.name') }),
  })
  return login === null ? [...problems, ...loginProblems(form.text('login'))] : problems
}

/** Problems of a new password, as sentences at its field. */
export function passwordProblems(password: string, login: string): FormProblem[] {
  const problem = passwordProblem(password, login)
  return problem ? [{ field: 'password', key: `work:errors.password.${problem}`, params: { least: PASSWORD_LEAST } }] : []
}

const slowProblem = (seconds: number): FormProblem => ({
  field: 'name',
  key: 'work:signIn.slowDown',
  params: { count: minutesOf(seconds) },
})

const refused = (problems: readonly FormProblem[], typed: Typed, status: number, codeKey: KeyForCodes | null = null) => ({
  status,
  returned: { problems, typed, codeKey },
})

const gone = (request: Request) => ({
  ...refused([{ field: 'link', key: 'work:join.gone' }], NOTHING_TYPED, 422),
  headers: new Headers({ 'Set-Cookie': endedLinkCookie(request) }),
})

function problemOf(result: Extract<JoinResult, { ok: false }>, byPasskey: boolean): FormProblem {
  if (result.reason === 'slow-down') return slowProblem(result.retryAfterSeconds)
  if (result.reason === 'login-taken') return { field: 'login', key: 'work:errors.loginTaken' }
  return byPasskey ? { field: 'passkey', key: 'work:signIn.passkeyFailed' } : { field: 'code', key: 'work:errors.code' }
}
