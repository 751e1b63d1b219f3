import { casePath, caseTarget, granted, readCase, requireCaseNumber } from '#app/auth/case-visit.server.ts'
import { requireStaffVisit, type StaffContext } from '#app/auth/visit.server.ts'
import { dayInLosAngeles } from '#app/clock.server.ts'
import type { FieldFault } from '#app/features/casework/field-fault.ts'
import { codeOf, textOf } from '#app/features/casework/form-texts.server.ts'
import { seeOther } from '#app/features/claim/visit.server.ts'
import { formatDate } from '#app/i18n/format.ts'
import { getTranslate } from '#app/i18n/resources.server.ts'
import { requestLanguage } from '#app/security/request-language.server.ts'
import { findOfferedLanguage, OFFERED_LANGUAGES } from '#app/i18n/languages.ts'
import { SMALL_FORM } from '#app/security/forms/form-bounds.ts'
import { readForm } from '#app/security/forms/read-form.server.ts'
import { isDay } from '#machines/calendar/day.ts'
import { may } from '#machines/casework/permissions.ts'

/** Ways in which somebody agrees that their claim moves on. */
const CONSENT_WAYS = ['paper', 'in-person', 'phone'] as const

const REFUSAL_KEYS = { 'not-ours': 'notOurs', 'slow-down': 'tries', gone: 'gone', same: 'same' } as const

export interface CaseSharingView {
  readonly number: number
  /** The parts that the organization has. */
  readonly parts: readonly string[]
  readonly mayEdit: boolean
  /** Whether the claim is the organization's to hand over, for nobody outside holds it. */
  readonly ours: boolean
  readonly mayHandOver: boolean
  readonly mayTransfer: boolean
  readonly languages: readonly { readonly value: string; readonly label: string }[]
  readonly language: string
  readonly since: string
  readonly today: string
  readonly consentWays: typeof CONSENT_WAYS
}

export type CaseSharingOutcome =
  | { readonly kind: 'words'; readonly units: readonly string[]; readonly address: string }
  | { readonly kind: 'refused'; readonly faults: readonly FieldFault[]; readonly typed: Readonly<Record<string, string>> }

/** `null` where the claim can no longer be opened here: it may just have been handed over. */
export async function caseSharingView(
  context: StaffContext,
  request: Request,
  address: string | undefined,
): Promise<CaseSharingView | null> {
  const reading = await readCase(context, request, address, ({ cases }, actor, number) => cases.find(actor, number)).catch(nullWhereEnded)
  if (!reading) return null
  const {
    staff: { actor },
    number,
    found,
  } = reading
  const target = caseTarget(actor, found)
  return {
    number,
    parts: found.parts,
    mayEdit: found.mayEdit,
    ours: found.ours,
    mayHandOver: may(actor, 'share:case', target),
    mayTransfer: may(actor, 'transfer:case', target),
    languages: OFFERED_LANGUAGES.map(({ code, nativeName }) => ({ value: code, label: nativeName })),
    language: findOfferedLanguage(found.language)?.code ?? 'en',
    since: formatDate(dayInLosAngeles(found.createdAt), requestLanguage(request).code),
    today: context.services.today(),
    consentWays: CONSENT_WAYS,
  }
}

const nullWhereEnded = (refusal: unknown) => {
  if (refusal instanceof Response && refusal.status === 410) return null
  throw refusal
}

/** Hands the claim over by words, or to another organization. */
export async function changeCaseSharing(
  context: StaffContext,
  request: Request,
  address: string | undefined,
  clientAddress: string,
): Promise<Response | CaseSharingOutcome> {
  const { casework, actor, member } = await requireStaffVisit(context, request)
  const number = requireCaseNumber(address)
  const form = await readForm(request, SMALL_FORM)
  const intent = textOf(form, 'intent')
  const typed = Object.fromEntries([...form.entries()].filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
  const refused = (field: string, key: string): CaseSharingOutcome => ({
    kind: 'refused',
    faults: [{ field, key: `sharing:case.errors.${key}` }],
    typed,
  })

  if (intent === 'words') {
    const language = findOfferedLanguage(textOf(form, 'language'))?.code
    const keep = textOf(form, 'keep')
    if (!language || (keep !== 'yes' && keep !== 'no')) {
      granted(await casework.cases.peek(actor, number))
      return refused(language ? 'keep' : 'language', language ? 'keep' : 'language')
    }
    const handed = granted(await casework.handOver.handOver(actor, number, language, keep === 'yes'))
    if (handed.ok) return { kind: 'words', units: handed.phrase.units, address: new URL(request.url).host }
    return refused('keep', handed.reason === 'not-ours' ? 'notOurs' : 'busy')
  }
  if (intent !== 'transfer') {
    granted(await casework.cases.peek(actor, number))
    throw new Response(null, { status: 400 })
  }
  const [code, way, day, heard] = [codeOf(form, 'code'), textOf(form, 'way'), codeOf(form, 'day'), textOf(form, 'heard')]
  const faults = [
    ...(code === '' ? [{ field: 'code', key: 'sharing:case.errors.gone' }] : []),
    ...(CONSENT_WAYS.some(each => each === way) ? [] : [{ field: 'way', key: 'sharing:case.errors.way' }]),
    ...(isDay(day) && day <= context.services.today() ? [] : [{ field: 'day', key: 'sharing:case.errors.day' }]),
    ...(heard === '' || heard.length > 200 ? [{ field: 'heard', key: 'sharing:case.errors.heard' }] : []),
    ...(form.has('sure') ? [] : [{ field: 'sure', key: 'sharing:case.errors.sure' }]),
  ]
  if (faults.length > 0) {
    granted(await casework.cases.peek(actor, number))
    return { kind: 'refused', faults, typed }
  }
  const { code: language } = requestLanguage(request)
  const t = getTranslate(language)
  const consent = t('sharing:case.consentNote', {
    day: formatDate(day, language),
    way: t(`sharing:case.way.${way}`),
    heard,
    by: member.name,
  })
  const moved = granted(await casework.handOver.transfer(actor, number, code, consent, clientAddress))
  if (moved.ok) return seeOther(casePath(number))
  return refused('code', REFUSAL_KEYS[moved.reason])
}
