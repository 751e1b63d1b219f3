import { siteOf } from '#app/auth/cookies.server.ts'
import { requireStaffVisit, WORK_PATHS, type StaffVisit, type StaffContext } from '#app/auth/visit.server.ts'
import { dayInLosAngeles } from '#app/clock.server.ts'
import { FRESH_MINUTES, MOST_PASSKEYS } from '#app/data/staff/index.server.ts'
import { seeOther } from '#app/features/claim/visit.server.ts'
import { formatDate, formatTime } from '#app/i18n/format.ts'
import type { LanguageCode } from '#app/i18n/languages.ts'
import { requestLanguage } from '#app/security/request-language.server.ts'
import { SMALL_FORM } from '#app/security/forms/form-bounds.ts'
import { PASSWORD_LEAST } from '#app/security/proof/password.server.ts'
import type { KeyForCodes } from './code-key.tsx'
import type { FormProblem } from '#app/forms/form-values.ts'
import { press } from '#app/forms/press.server.ts'
import { readSentForm, type SentForm } from '#app/forms/sent-form.server.ts'
import { minutesOf } from './form-texts.server.ts'
import { keyView, passwordProblems } from './join.server.ts'

export interface SecurityPageView {
  /** Minutes after a sign-in during which the member may change their ways to sign in. */
  readonly freshMinutes: number
  readonly fresh: boolean
  readonly passkeys: readonly { readonly id: string; readonly day: string; readonly used: string | null }[]
  readonly mayAddPasskey: boolean
  readonly hasPassword: boolean
  readonly recoveryCodes: number
  readonly codeKey: KeyForCodes | null
  readonly least: number
  readonly sessions: readonly { readonly id: string; readonly browser: string; readonly seen: string; readonly here: boolean }[]
  readonly done: boolean
}

/** The answer to a form: recovery codes, which are shown once, or what has to be corrected. */
export type SecurityReturned =
  { readonly codes: readonly string[] } | { readonly problems: readonly FormProblem[]; readonly codeKey: KeyForCodes | null }

const dayOf = (moment: Date, code: LanguageCode) => formatDate(dayInLosAngeles(moment), code)

export async function securityView(context: StaffContext, request: Request): Promise<SecurityPageView> {
  const visit = await requireStaffVisit(context, request)
  const { casework, member, sessionId, fresh } = visit
  const { code } = requestLanguage(request)
  const { passkeys, hasPassword, recoveryCodes } = await casework.ways.find(member.id)
  return {
    freshMinutes: FRESH_MINUTES,
    fresh,
    passkeys: passkeys.map(({ id, createdAt, lastUsedAt }) => ({
      id,
      day: dayOf(createdAt, code),
      used: lastUsedAt && dayOf(lastUsedAt, code),
    })),
    mayAddPasskey: passkeys.length < MOST_PASSKEYS,
    hasPassword,
    recoveryCodes,
    codeKey: fresh ? offeredKey(visit) : null,
    least: PASSWORD_LEAST,
    sessions: (await casework.sessions.list(member.id)).map(({ id, browser, lastSeenAt }) => ({
      id,
      browser,
      seen: formatTime(lastSeenAt, code),
      here: id === sessionId,
    })),
    done: new URL(request.url).searchParams.has('done'),
  }
}

/** A key of one-time codes for a form: the form's earlier key while that is valid, otherwise a new one. */
function offeredKey({ casework, member }: StaffVisit, earlier?: string): KeyForCodes {
  const { secret, ticket } = casework.ways.offerCode(member.id, earlier)
  return keyView(secret, ticket, member.login)
}

/** Ends sessions, or changes the member's own ways to sign in. To change ways, the member must have signed in a short time ago. */
export async function changeSecurity(context: StaffContext, request: Request): Promise<Response | SecurityReturned> {
  const visit = await requireStaffVisit(context, request)
  const {
    casework: { sessions, ways },
    member: { id },
    sessionId,
  } = visit
  const form = await readSentForm(request, SMALL_FORM)
  const sessionButtons = {
    end: async () => done(await sessions.revoke(id, form.text('session'))),
    'end-others': async () => done(await sessions.revokeOthers(id, sessionId)),
  }
  if (!visit.fresh && !Object.hasOwn(sessionButtons, form.intent)) return seeOther(WORK_PATHS.security)
  return press<Response | SecurityReturned>(form.intent, {
    ...sessionButtons,
    passkey: async () =>
      (await ways.addPasskey(id, siteOf(request), form.json('passkey'))) ? done() : refused('passkey', 'work:security.refused'),
    'remove-passkey': async () => removed(await ways.removePasskey(id, form.text('remove'))),
    'remove-password': async () => removed(await ways.removePassword(id)),
    password: () => setPassword(visit, form),
    codes: async () => ({ codes: await ways.makeRecoveryCodes(id) }),
  })
}

async function setPassword(visit: StaffVisit, form: SentForm): Promise<SecurityReturned> {
  const {
    casework: { ways },
    member,
  } = visit
  const [password, ticket, code] = [form.password(), form.text('ticket'), form.code('code')]
  const refuse = (problems: readonly FormProblem[]) => ({ problems, codeKey: offeredKey(visit, ticket) })
  const problems = passwordProblems(password, member.login)
  if (problems.length > 0) return refuse(problems)
  const result = await ways.setPassword(member.id, { password, ticket, code })
  if (result.ok) return { codes: result.recoveryCodes }
  if (result.reason === 'code') return refuse([{ field: 'code', key: 'work:errors.code' }])
  return refuse([{ field: 'password', key: 'work:signIn.slowDown', params: { count: minutesOf(result.retryAfterSeconds) } }])
}

const done = (_changed?: void) => seeOther(`${WORK_PATHS.security}?done=1`)
const refused = (field: string, key: string): SecurityReturned => ({ problems: [{ field, key }], codeKey: null })
const removed = (result: 'done' | 'last-way') => (result === 'done' ? done() : refused('ways', 'work:security.lastWay'))
