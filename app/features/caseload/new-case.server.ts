import { casePath } from '#app/auth/case-visit.server.ts'
import { requirePermission, requireStaffVisit, type StaffContext } from '#app/auth/visit.server.ts'
import { readAbout, type TypedAbout } from '#app/features/casefile/about-form.server.ts'
import type { FormProblem } from '#app/forms/form-values.ts'
import { seeOther } from '#app/features/claim/visit.server.ts'
import { findPaperLanguage, PAPER_LANGUAGES } from '#app/i18n/languages.ts'
import { requestLanguage } from '#app/security/request-language.server.ts'
import { SMALL_FORM } from '#app/security/forms/form-bounds.ts'
import { readSentForm } from '#app/forms/sent-form.server.ts'
import type { Choice } from './list.server.ts'
import { oneself } from '#machines/casework/permissions.ts'

export interface NewCaseView {
  readonly languages: readonly Choice[]
}

/** A case that was not begun: what is wrong, the possible conflicts of interest, and everything that the member wrote. */
export interface NewCaseRefused {
  readonly problems: readonly FormProblem[]
  readonly conflicts: readonly { readonly numbers: readonly number[]; readonly askSupervisor: boolean }[]
  readonly typed: TypedAbout & { readonly language: string }
}

export async function newCaseView(context: StaffContext, request: Request): Promise<NewCaseView> {
  const visit = await requireStaffVisit(context, request)
  requirePermission(visit, 'create:case', oneself(visit.actor))
  const { code } = requestLanguage(request)
  return {
    languages: PAPER_LANGUAGES.map(language => ({
      value: language.code,
      label: code === 'en' ? language.englishName : language.nativeName,
    })),
  }
}

/** Begins a case. If the organization works for a person of the other side, the member has to confirm first. */
export async function beginNewCase(context: StaffContext, request: Request): Promise<Response | NewCaseRefused> {
  const visit = await requireStaffVisit(context, request)
  requirePermission(visit, 'create:case', oneself(visit.actor))
  const form = await readSentForm(request, SMALL_FORM)
  const { typed: words, about, problems: wordFaults } = readAbout(form)
  const typed = { ...words, language: form.text('language') }
  const language = findPaperLanguage(typed.language)
  const problems: FormProblem[] = [...wordFaults, ...(language ? [] : [{ field: 'language', key: 'caseload:errors.language' }])]
  if (!language || problems.length > 0) return { problems, conflicts: [], typed }
  const alerts = about.otherSide.length === 0 ? [] : await visit.casework.caseload.conflicts(visit.actor, about.otherSide)
  const conflicts = alerts.filter(({ kind }) => kind === 'conflict').map(({ numbers, askSupervisor }) => ({ numbers, askSupervisor }))
  if (conflicts.length > 0 && !form.has('anyway'))
    return { problems: [{ field: 'anyway', key: 'caseload:errors.conflict' }], conflicts, typed }
  const { number } = await visit.casework.cases.create(visit.actor, { language: language.code, about })
  return seeOther(casePath(number, 'prepare'))
}
