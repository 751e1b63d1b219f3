import { granted, requireCaseNumber } from '#app/auth/case-visit.server.ts'
import { requireStaffVisit, type StaffContext } from '#app/auth/visit.server.ts'
import { LONGEST_COMMENT } from '#app/data/cases/index.server.ts'
import { codeOf, textOf } from '#app/features/casework/form-texts.server.ts'
import type { FieldFault } from '#app/features/casework/field-fault.ts'
import { seeOther } from '#app/features/claim/visit.server.ts'
import { obstacleSentence, type SourcedSentence } from '#app/features/life/tell.ts'
import { requestLanguage } from '#app/security/request-language.server.ts'
import { getTranslate } from '#app/i18n/resources.server.ts'
import { STAFF_FORM } from '#app/security/forms/form-bounds.ts'
import { readForm } from '#app/security/forms/read-form.server.ts'
import { isQuestionId } from '#machines/answers/questions/index.ts'
import { fieldsOf, isClosingReason, isNoticeWay, isSignatory, isStep, proposalOf } from './step-fields.ts'
import { lifePathOf } from './life-view.server.ts'

/** A form that was not taken: what is wrong, and all that was written. */
export interface LifeRefused {
  /** The step, or the page of the comment. */
  readonly at: string
  readonly faults: readonly FieldFault[]
  /** Why the step cannot be taken. */
  readonly obstacles: readonly SourcedSentence[]
  readonly typed: Readonly<Record<string, string>>
}

/** Takes a step, writes a comment, or marks one; leads back to the page, or says what is wrong. */
export async function changeLife(context: StaffContext, request: Request, address: string | undefined): Promise<Response | LifeRefused> {
  const visit = await requireStaffVisit(context, request)
  const number = requireCaseNumber(address)
  const {
    actor,
    casework: { cases, comments },
  } = visit
  const form = await readForm(request, STAFF_FORM)
  const intent = textOf(form, 'intent')
  const typed = Object.fromEntries([...form.entries()].filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
  const done = seeOther(`${lifePathOf(number)}?done=1`)

  if (intent === 'comment') {
    const [page, words] = [textOf(form, 'page'), textOf(form, `words-${textOf(form, 'page')}`)]
    if (!isQuestionId(page)) throw new Response(null, { status: 400 })
    const faults =
      words === '' || words.length > LONGEST_COMMENT
        ? [{ field: `words-${page}`, key: 'review:errors.words', params: { most: LONGEST_COMMENT } }]
        : []
    if (faults.length > 0) {
      // Who may not comment is told that, and not what is wrong with the comment.
      granted(await cases.peek(actor, number))
      return { at: page, faults, obstacles: [], typed }
    }
    granted(await comments.add(actor, number, { page, words }))
    return done
  }
  if (intent === 'resolve' || intent === 'reopen') {
    const marked = granted(await comments.setResolved(actor, number, textOf(form, 'id'), intent === 'resolve'))
    if (!marked) throw new Response(null, { status: 404 })
    return done
  }
  if (!isStep(intent)) {
    granted(await cases.peek(actor, number))
    throw new Response(null, { status: 400 })
  }

  const type = intent
  const { asksDay, asksWho, asksWhy } = fieldsOf(type)
  // Every step has a form on the page, so each field has its step in its name.
  const told = (name: string) => textOf(form, `${type}-${name}`)
  const [day, who, why, way] = [codeOf(form, `${type}-day`), told('who'), told('why'), told('way')]
  const faults: FieldFault[] = [
    ...(asksDay && !/^\d{4}-\d{2}-\d{2}$/.test(day) ? [{ field: `${type}-day`, key: 'review:errors.day' }] : []),
    ...(asksWho && !isSignatory(who) ? [{ field: `${type}-who`, key: 'review:errors.who' }] : []),
    ...(asksWhy && !isClosingReason(why) ? [{ field: `${type}-why`, key: 'review:errors.why' }] : []),
    ...(told('undoes') === '1' && told('sure') === '' ? [{ field: `${type}-sure`, key: 'review:errors.sure' }] : []),
  ]
  if (faults.length > 0) {
    granted(await cases.peek(actor, number))
    return { at: type, faults, obstacles: [], typed }
  }
  const proposal = proposalOf(type, {
    day,
    who: isSignatory(who) ? who : 'claimant',
    inPart: told('inPart') !== '',
    way: isNoticeWay(way) ? way : null,
    why: isClosingReason(why) ? why : 'finished',
  })
  const taken = granted(await cases.takeStep(actor, number, proposal))
  if (taken.ok) return done
  const t = getTranslate(requestLanguage(request).code)
  return { at: type, faults: [], obstacles: taken.obstacles.map(obstacle => obstacleSentence(t, obstacle)), typed }
}
