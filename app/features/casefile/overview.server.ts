import { casePath, granted } from '#app/auth/case-visit.server.ts'
import type { StaffContext } from '#app/auth/visit.server.ts'
import { seeOther } from '#app/features/claim/visit.server.ts'
import type { FormProblem } from '#app/forms/form-values.ts'
import { kindWords } from '#app/features/claim/evidence/evidence-view.server.ts'
import { packetOptionsView, type PacketOptionsView } from '#app/features/claim/packet/packet-options.server.ts'
import { pageAsking } from '#app/features/claim/question/claim-page.server.ts'
import { reviewedSections, type ReviewedQuestion } from '#app/features/claim/review/review-view.server.ts'
import { findingsView, type FindingsView } from '#app/features/check/result-view.server.ts'
import { formatDate } from '#app/i18n/format.ts'
import { exhibitLetter } from '#app/packet/documents/exhibits.ts'
import { SMALL_FORM } from '#app/security/forms/form-bounds.ts'
import { readSentForm } from '#app/forms/sent-form.server.ts'
import type { ClaimFile } from '#machines/answers/claim-file.ts'
import { assembleClaim } from '#machines/claim/assemble.ts'
import { nextDue } from '#machines/casework/case-summary.ts'
import { daysBetween } from '#machines/calendar/day.ts'
import { missingItems } from '#machines/rules/missing.ts'
import { isMinor } from './minor.server.ts'
import { readAbout, type TypedAbout } from './about-form.server.ts'
import { preparePath, requireCasePage, requireOpenCase, type CaseVisit } from './open-case.server.ts'

export interface OverviewView {
  readonly number: number
  readonly state: string
  readonly due: { readonly what: string; readonly day: string; readonly daysLeft: number } | null
  readonly workers: readonly string[]
  /** The missing facts; `path` is the page that asks for the fact, `null` for a member who may not fill it in. */
  readonly missing: readonly { readonly id: string; readonly words: string; readonly path: string | null }[]
  readonly sections: readonly {
    readonly id: string
    readonly title: string
    readonly questions: readonly (Omit<ReviewedQuestion, 'path'> & {
      readonly path: string | null
      readonly byStaff: boolean
    })[]
  }[]
  readonly findings: FindingsView
  readonly storyShared: boolean
  /** Attached papers by their letters; `null` if they were not shared. */
  readonly papers: readonly string[] | null
  readonly mayAttach: boolean
  readonly minor: boolean
  readonly about: TypedAbout
  readonly mayDescribe: boolean
  readonly mayPrint: boolean
  readonly options: PacketOptionsView
  readonly done: boolean
}

export interface OverviewRefused {
  readonly problems: readonly FormProblem[]
  readonly typed: TypedAbout
}

/** Everything of a case at a glance. */
export async function overviewView(context: StaffContext, request: Request, address: string | undefined): Promise<OverviewView> {
  const visit = await requireCasePage(context, request, address, ({ casePages }, actor, number) => casePages.overview(actor, number))
  const { number, found, answers } = visit
  const { t, language } = answers.speech
  const { papers, names } = found
  const claim = assembleClaim(found.answers, answers.today)
  const due = found.summary && nextDue(found.summary)
  return {
    number,
    state: t(`lifecycle:state.${found.summary?.state ?? 'prepared'}`),
    due: due && {
      what: t(`lifecycle:due.kind.${due.kind}`),
      day: formatDate(due.day, language),
      daysLeft: daysBetween(answers.today, due.day),
    },
    workers: found.memberIds.map(id => names.get(id) ?? t('review:left')),
    missing: missingOf(visit, claim),
    sections: reviewedSections(answers).map(({ id, title, questions }) => ({
      id,
      title,
      questions: questions.map(question => ({
        ...question,
        path: visit.may('edit:case') ? preparePath(number, question.id) : null,
        byStaff: found.authors[question.id] === 'staff',
        ...(isHidden(visit, question.id) && { lines: [{ words: t('review:storyNotShared'), open: true }] }),
      })),
    })),
    findings: findingsView(claim, answers.today, answers.speech),
    storyShared: found.parts.includes('story'),
    papers:
      papers &&
      papers.map(({ kind, title }, place) =>
        [t('evidence:list.letter', { letter: exhibitLetter(place), kind: kindWords(t, kind) }), title].filter(Boolean).join(': '),
      ),
    mayAttach: visit.may('add:document') && found.mayEdit && found.parts.includes('papers'),
    minor: isMinor(claim, answers.today),
    about: { label: found.about.label, otherSide: found.about.otherSide.join('\n') },
    mayDescribe: visit.may('edit:case'),
    mayPrint: visit.may('print:case'),
    options: packetOptionsView(answers.speech),
    done: new URL(request.url).searchParams.has('done'),
  }
}

const isHidden = ({ found }: CaseVisit, page: string) => page === 'story' && !found.parts.includes('story')

/** The missing facts, with the pages that ask for them. A part that was not shared does not count as missing. */
function missingOf({ number, found, answers, may }: CaseVisit, claim: ClaimFile): OverviewView['missing'] {
  return missingItems(claim)
    .filter(({ item }) => found.parts.includes('story') || item !== 'crime-circumstances')
    .map(({ item, path }) => {
      const page = pageAsking(path)
      return {
        id: path + item,
        words: answers.speech.t(`rules:missing.${item}`),
        path: !may('edit:case') ? null : page ? preparePath(number, page) : casePath(number, 'prepare'),
      }
    })
}

/** Changes the organization's own words for the case. */
export async function changeAbout(
  context: StaffContext,
  request: Request,
  address: string | undefined,
): Promise<Response | OverviewRefused> {
  const { staff, number } = await requireOpenCase(context, request, address)
  const { typed, about, problems } = readAbout(await readSentForm(request, SMALL_FORM))
  if (problems.length > 0) return { problems, typed }
  granted(await staff.casework.cases.describe(staff.actor, number, about))
  return seeOther(`${casePath(number)}?index&done=1`)
}
