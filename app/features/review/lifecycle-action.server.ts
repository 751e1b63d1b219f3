import { granted, requireCaseNumber } from '#app/auth/case-visit.server.ts'
import { requireStaffVisit, type StaffContext } from '#app/auth/visit.server.ts'
import { LONGEST_COMMENT } from '#app/data/cases/index.server.ts'
import { button, press } from '#app/forms/press.server.ts'
import { agreed, choice, code, words, type SentField } from '#app/forms/sent-fields.ts'
import { readSentForm, type SentForm } from '#app/forms/sent-form.server.ts'
import type { FormProblem } from '#app/forms/form-values.ts'
import { seeOther } from '#app/features/claim/visit.server.ts'
import { obstacleSentence, type SourcedSentence } from '#app/features/lifecycle/tell.ts'
import { requestLanguage } from '#app/security/request-language.server.ts'
import { getTranslate } from '#app/i18n/resources.server.ts'
import { STAFF_FORM } from '#app/security/forms/form-bounds.ts'
import { isQuestionId, type QuestionId } from '#machines/answers/questions/index.ts'
import { CLOSING_REASONS, type DraftEventType, type DraftProposal } from '#machines/draft/events.ts'
import { SIGNATORIES } from '#machines/rules/signing-order.ts'
import { fieldsOf, isClosingReason, isNoticeWay, isSignatory, isStep, proposalOf } from './step-fields.ts'
import { lifecyclePathOf } from './lifecycle-view.server.ts'

/** A form that changed nothing: what is wrong, and everything that was written. */
export interface LifecycleRefused {
  /** The step, or the page of the comment. */
  readonly at: string
  readonly problems: readonly FormProblem[]
  /** Why the step cannot be taken. */
  readonly obstacles: readonly SourcedSentence[]
  readonly typed: Readonly<Record<string, string>>
}

/** Takes a step of the lifecycle, writes a comment, or marks one as resolved or open. Leads back, or returns what is wrong. */
export async function changeLifecycle(
  context: StaffContext,
  request: Request,
  address: string | undefined,
): Promise<Response | LifecycleRefused> {
  const visit = await requireStaffVisit(context, request)
  const number = requireCaseNumber(address)
  const {
    actor,
    casework: { cases, comments },
  } = visit
  const form = await readSentForm(request, STAFF_FORM)
  const done = seeOther(`${lifecyclePathOf(number)}?done=1`)
  // A member without permission gets 403 or 404 here, and not the problems of the form.
  const ask = async () => granted(await cases.peek(actor, number))
  const refuse = (at: string) => async (problems: readonly FormProblem[]) => {
    await ask()
    return { at, problems, obstacles: [], typed: form.typed }
  }
  const setResolved = (resolved: boolean) => async () => {
    if (!granted(await comments.setResolved(actor, number, form.text('id'), resolved))) throw new Response(null, { status: 404 })
    return done
  }
  const takeStep = (type: DraftEventType) => async () => {
    const taken = granted(await cases.takeStep(actor, number, proposalFrom(form, type)))
    if (taken.ok) return done
    const t = getTranslate(requestLanguage(request).code)
    return { at: type, problems: [], obstacles: taken.obstacles.map(obstacle => obstacleSentence(t, obstacle)), typed: form.typed }
  }
  const page = form.text('page')
  const comment = button(
    form,
    { [`words-${page}`]: words(LONGEST_COMMENT, 'review:errors.words') },
    async told => {
      granted(await comments.add(actor, number, { page: page as QuestionId, words: told[`words-${page}`] ?? '' }))
      return done
    },
    refuse(page),
  )
  return press<Response | LifecycleRefused>(
    form.intent,
    {
      ...(isStep(form.intent) && {
        [form.intent]: button(form, stepFields(form, form.intent), takeStep(form.intent), refuse(form.intent)),
      }),
      ...(isQuestionId(page) && { comment }),
      resolve: setResolved(true),
      reopen: setResolved(false),
    },
    ask,
  )
}

/** Name of a field. It holds the step, because the page has a form for every step. */
const nameOf = (type: DraftEventType, field: string) => `${type}-${field}`

/** A day in the right form. The statechart checks whether there is such a day. */
const writtenDay = code('review:errors.day', text => /^\d{4}-\d{2}-\d{2}$/.test(text))

/** The fields that a step asks for. */
function stepFields(form: SentForm, type: DraftEventType): Record<string, SentField<unknown>> {
  const { asksDay, asksWho, asksWhy } = fieldsOf(type)
  return {
    ...(asksDay && { [nameOf(type, 'day')]: writtenDay }),
    ...(asksWho && { [nameOf(type, 'who')]: choice(SIGNATORIES, 'review:errors.who') }),
    ...(asksWhy && { [nameOf(type, 'why')]: choice(CLOSING_REASONS, 'review:errors.why') }),
    ...(form.text(nameOf(type, 'undoes')) === '1' && { [nameOf(type, 'sure')]: agreed('review:errors.sure') }),
  }
}

function proposalFrom(form: SentForm, type: DraftEventType): DraftProposal {
  const told = (field: string) => form.text(nameOf(type, field))
  const [who, why, way] = [told('who'), told('why'), told('way')]
  return proposalOf(type, {
    day: form.code(nameOf(type, 'day')),
    who: isSignatory(who) ? who : 'claimant',
    inPart: told('inPart') !== '',
    way: isNoticeWay(way) ? way : null,
    why: isClosingReason(why) ? why : 'finished',
  })
}
