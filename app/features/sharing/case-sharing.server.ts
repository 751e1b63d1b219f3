import { casePath, caseTarget, granted, readCase, requireCaseNumber } from '#app/auth/case-visit.server.ts'
import { requireStaffVisit, type StaffContext } from '#app/auth/visit.server.ts'
import { dayInLosAngeles } from '#app/clock.server.ts'
import type { FormProblem } from '#app/forms/form-values.ts'
import { seeOther } from '#app/features/claim/visit.server.ts'
import { formatDate } from '#app/i18n/format.ts'
import { getTranslate } from '#app/i18n/resources.server.ts'
import { requestLanguage } from '#app/security/request-language.server.ts'
import { findOfferedLanguage, OFFERED_LANGUAGES } from '#app/i18n/languages.ts'
import { SMALL_FORM } from '#app/security/forms/form-bounds.ts'
import { button, press } from '#app/forms/press.server.ts'
import { agreed, choice, code, day, words } from '#app/forms/sent-fields.ts'
import { readSentForm } from '#app/forms/sent-form.server.ts'
import { may } from '#machines/casework/permissions.ts'

/** Ways in which a survivor agrees to the transfer of their claim. */
const CONSENT_WAYS = ['paper', 'in-person', 'phone'] as const

const LANGUAGE_CODES = OFFERED_LANGUAGES.map(({ code }) => code)
/** Longest name of the person who heard the survivor agree, in characters. */
const LONGEST_HEARD = 200

const REFUSAL_KEYS = { 'not-ours': 'notOurs', 'slow-down': 'tries', gone: 'gone', same: 'same' } as const

export interface CaseSharingView {
  readonly number: number
  /** The parts of the claim that are shared with the organization. */
  readonly parts: readonly string[]
  readonly mayEdit: boolean
  /** Whether the organization may hand the claim over, because no one outside it holds the claim. */
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
  | { readonly kind: 'refused'; readonly problems: readonly FormProblem[]; readonly typed: Readonly<Record<string, string>> }

/** The page about sharing; `null` if the organization can no longer open the claim, for example because it has just handed it over. */
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

/** Hands the claim over: to the survivor by a new phrase, or to another organization. */
export async function changeCaseSharing(
  context: StaffContext,
  request: Request,
  address: string | undefined,
  clientAddress: string,
): Promise<Response | CaseSharingOutcome> {
  const { casework, actor, member } = await requireStaffVisit(context, request)
  const number = requireCaseNumber(address)
  const form = await readSentForm(request, SMALL_FORM)
  const ask = async () => granted(await casework.cases.peek(actor, number))
  const refused = (problems: readonly FormProblem[]): CaseSharingOutcome => ({ kind: 'refused', problems, typed: form.typed })
  const refusedAt = (field: string, key: string) => refused([{ field, key: `sharing:case.errors.${key}` }])
  const refuse = async (problems: readonly FormProblem[]) => {
    await ask()
    return refused(problems)
  }
  return press<Response | CaseSharingOutcome>(
    form.intent,
    {
      words: button(
        form,
        {
          language: choice(LANGUAGE_CODES, 'sharing:case.errors.language'),
          keep: choice(['yes', 'no'], 'sharing:case.errors.keep'),
        },
        async ({ language, keep }) => {
          const handed = granted(await casework.handOver.handOver(actor, number, language, keep === 'yes'))
          if (handed.ok) return { kind: 'words', units: handed.phrase.units, address: new URL(request.url).host }
          return refusedAt('keep', handed.reason === 'not-ours' ? 'notOurs' : 'busy')
        },
        problems => refuse(problems.slice(0, 1)),
      ),
      transfer: button(
        form,
        {
          code: code('sharing:case.errors.gone'),
          way: choice(CONSENT_WAYS, 'sharing:case.errors.way'),
          day: day('sharing:case.errors.day', context.services.today()),
          heard: words(LONGEST_HEARD, 'sharing:case.errors.heard'),
          sure: agreed('sharing:case.errors.sure'),
        },
        async told => {
          const { code: language } = requestLanguage(request)
          const t = getTranslate(language)
          const consent = t('sharing:case.consentNote', {
            day: formatDate(told.day, language),
            way: t(`sharing:case.way.${told.way}`),
            heard: told.heard,
            by: member.name,
          })
          const moved = granted(await casework.handOver.transfer(actor, number, told.code, consent, clientAddress))
          return moved.ok ? seeOther(casePath(number)) : refusedAt('code', REFUSAL_KEYS[moved.reason])
        },
        refuse,
      ),
    },
    ask,
  )
}
