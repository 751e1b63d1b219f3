import { casePath } from '#app/auth/case-visit.server.ts'
import type { StaffContext } from '#app/auth/visit.server.ts'
import { dayInLosAngeles } from '#app/clock.server.ts'
import { type CaseCommentView, permissionFor, sharedFacts } from '#app/data/cases/index.server.ts'
import { requireCasePage, type CaseVisit } from '#app/features/casefile/open-case.server.ts'
import { entryLines, type AnswerLine } from '#app/features/claim/question/answer-words.server.ts'
import type { Speech } from '#app/features/claim/speech.server.ts'
import { dueSentences, obstacleSentence, type SourcedSentence } from '#app/features/lifecycle/tell.ts'
import { formatDate } from '#app/i18n/format.ts'
import type { QuestionId } from '#machines/answers/questions/index.ts'
import type { Day } from '#machines/calendar/day.ts'
import { readAnswers } from '#machines/claim/answers.ts'
import { assembleClaim } from '#machines/claim/assemble.ts'
import { claimProgress } from '#machines/claim/progress.ts'
import { CLOSING_REASONS, type DraftEventType } from '#machines/draft/events.ts'
import { replayDraft, type DraftState } from '#machines/draft/machine.ts'
import type { LifecycleRole } from '#machines/draft/roles.ts'
import { permittedEvents, whyNot, type LifecycleFacts } from '#machines/draft/steps.ts'
import { dueDates } from '#machines/rules/due-dates.ts'
import { NOTICE_WAYS } from '#machines/rules/lifecycle-days.ts'
import { lifecyclePath, type PathPlace } from './lifecycle-path.ts'
import { blankProposal, DAY_OF, fieldsOf, isAboutTheDay, type StepFields } from './step-fields.ts'

/** One choice of a list. */
interface Choice {
  readonly value: string
  readonly label: string
}

/** A step of the lifecycle that the member may take. */
export interface StepView extends StepFields {
  readonly type: DraftEventType
  readonly label: string
  /** Obstacles that no day or choice in the form can remove; empty if there are none. */
  readonly obstacles: readonly SourcedSentence[]
  readonly who: readonly Choice[]
  readonly ways: readonly Choice[]
  readonly reasons: readonly Choice[]
  /** Sentences about what the step erases and what it keeps. */
  readonly keeps: readonly string[]
  /** Whether the step undoes signatures. */
  readonly undoes: boolean
}

export interface CommentView extends Pick<CaseCommentView, 'id' | 'words'> {
  readonly by: string
  readonly on: string
  readonly resolved: boolean
}

export interface LifecycleView {
  readonly number: number
  readonly path: readonly (Omit<PathPlace, 'day'> & { readonly label: string; readonly day: string | null })[]
  readonly notes: readonly string[]
  readonly due: readonly {
    readonly id: string
    readonly what: string
    readonly whose: string
    readonly day: string
    readonly daysLeft: number
    readonly overdue: boolean
    readonly notes: readonly string[]
    readonly source: string | null
  }[]
  readonly steps: readonly StepView[]
  readonly sections: readonly {
    readonly id: string
    readonly title: string
    readonly pages: readonly {
      readonly id: QuestionId
      readonly title: string
      readonly lines: readonly AnswerLine[]
      readonly comments: readonly CommentView[]
    }[]
  }[]
  readonly openComments: number
  readonly mayComment: boolean
  readonly mayResolve: boolean
  readonly storyShared: boolean
  /** Whether the signed-in member is the only one who works on the case. */
  readonly alone: boolean
  readonly today: Day
  readonly done: boolean
}

/** Events that the program records itself, when papers are made and when an answer is changed. */
const BY_THEMSELVES: readonly DraftEventType[] = ['PRINTED', 'ANSWER_CHANGED']

/** The page of a claim's lifecycle: its state, the due days, the possible steps, and the answers with the comments of reviewers. */
export async function lifecycleView(context: StaffContext, request: Request, address: string | undefined): Promise<LifecycleView> {
  const visit = await requireCasePage(context, request, address, ({ casePages }, actor, number) => casePages.lifecycle(actor, number))
  const {
    staff,
    number,
    found,
    answers: { speech, today },
  } = visit
  const { comments: written, names, keepMonths } = found
  const lifecycle = replayDraft(found.status)
  const storyShared = found.parts.includes('story')
  return {
    number,
    path: lifecyclePath(lifecycle, found.status).map(place => ({
      ...place,
      label: speech.t(`lifecycle:state.${place.state}`),
      day: place.day && formatDate(place.day, speech.language),
    })),
    notes: notesOf(lifecycle, speech),
    due: dueDates(assembleClaim(found.answers, today), lifecycle, today).map(thing => ({
      id: `${thing.kind} ${thing.day}`,
      ...dueSentences(speech.t, thing),
      day: formatDate(thing.day, speech.language),
      daysLeft: thing.daysLeft,
      overdue: thing.overdue,
    })),
    steps: stepsOf(visit, lifecycle, keepMonths).filter(({ type }) => visit.may(permissionFor({ type }))),
    sections: sectionsOf(visit, written, names),
    openComments: written.filter(({ resolvedAt }) => resolvedAt === null).length,
    mayComment: visit.may('give:review'),
    mayResolve: visit.may('ask:review'),
    storyShared,
    alone: found.memberIds.length === 1 && found.memberIds[0] === staff.actor.memberId,
    today,
    done: new URL(request.url).searchParams.has('done'),
  }
}

/** Address of the page of a case's lifecycle. */
export const lifecyclePathOf = (number: number) => casePath(number, 'life')

function notesOf({ sentBack, closedWhy, changedSinceFiled }: DraftState, { t }: Speech): string[] {
  return [
    ...(sentBack ? [t(`lifecycle:sentBack.${sentBack}`)] : []),
    ...(closedWhy ? [t(`lifecycle:closedWhy.${closedWhy}`)] : []),
    ...(changedSinceFiled ? [t('review:changedSinceFiled')] : []),
  ]
}

function stepsOf(
  {
    staff,
    found,
    answers: {
      speech: { t },
      today,
    },
  }: CaseVisit,
  lifecycle: DraftState,
  months: number | null,
): StepView[] {
  const role = staff.actor.role as LifecycleRole
  const facts: LifecycleFacts = { today, filing: sharedFacts(found.answers, today, found.parts.includes('story')) }
  const signed = new Set<string>(lifecycle.signatures.map(({ who }) => who))
  const toSign = lifecycle.plan
    ? [lifecycle.plan.helper, lifecycle.plan.signer]
        .filter(who => who !== null && !signed.has(who))
        .map(who => ({ value: who as string, label: t(`lifecycle:signer.${who}`) }))
    : []
  return (
    permittedEvents(lifecycle.state, role)
      .filter(type => !BY_THEMSELVES.includes(type))
      .map(type => ({
        type,
        label: t(`lifecycle:event.${type}`),
        ...fieldsOf(type),
        who: fieldsOf(type).asksWho ? toSign : [],
        ways: fieldsOf(type).asksWay ? NOTICE_WAYS.map(value => ({ value, label: t(`review:way.${value}`) })) : [],
        reasons: fieldsOf(type).asksWhy ? CLOSING_REASONS.map(value => ({ value, label: t(`lifecycle:closedWhy.${value}`) })) : [],
        keeps: type === 'CLOSED' ? closingKeeps(t, found.ours, months) : [],
        undoes: lifecycle.signatures.length > 0 && (type === 'CHANGES_ASKED' || type === 'SIGNING_STARTED_OVER'),
        obstacles: whyNot(lifecycle, blankProposal(type, today, toSign[0]?.value), role, facts)
          .filter(({ code }) => !isAboutTheDay(code))
          .map(obstacle => obstacleSentence(t, obstacle)),
      }))
      // The step of signing is left out once everybody has signed.
      .filter(({ type }) => type !== 'SIGNED_BY' || toSign.length > 0)
      .sort((one, other) => ORDER.indexOf(one.type) - ORDER.indexOf(other.type))
  )
}

/** Sentences about what closing a case keeps: at first everything, until the retention time, if the organization has chosen one. */
const closingKeeps = (t: Speech['t'], ours: boolean, months: number | null): string[] => [
  t('review:closing.stays'),
  ...(months === null
    ? [t('review:closing.forEver')]
    : [t('review:closing.erased', { count: months }), t(ours ? 'review:closing.claimGoes' : 'review:closing.claimStays')]),
  t('review:closing.out'),
]

const ORDER: readonly DraftEventType[] = Object.keys(DAY_OF) as DraftEventType[]

function sectionsOf(
  { found: { answers, parts }, answers: { speech, today } }: CaseVisit,
  written: readonly CaseCommentView[],
  names: ReadonlyMap<string, string>,
): LifecycleView['sections'] {
  const { t } = speech
  const read = readAnswers(answers, today)
  return claimProgress(answers, today)
    .filter(({ applies }) => applies)
    .map(({ id, questions }) => ({
      id,
      title: t(`claim:sections.${id}`),
      pages: questions
        .filter(({ applies }) => applies)
        .map(({ id: page }) => ({
          id: page,
          title: t(`claim:questions.${page}.title`),
          lines:
            page === 'story' && !parts.includes('story')
              ? [{ words: t('review:storyNotShared'), open: true }]
              : entryLines(page, read[page], { speech, today }),
          comments: written
            .filter(comment => comment.page === page)
            .map(({ id: comment, words, memberId, createdAt, resolvedAt }) => ({
              id: comment,
              words,
              by: names.get(memberId) ?? t('review:left'),
              on: formatDate(dayInLosAngeles(createdAt), speech.language),
              resolved: resolvedAt !== null,
            })),
        })),
    }))
}
