import { readValues } from '#app/forms/sent-form.server.ts'
import { casePath, granted } from '#app/auth/case-visit.server.ts'
import type { StaffContext } from '#app/auth/visit.server.ts'
import { logError } from '#app/error-log.server.ts'
import { requireOpenCase, type CaseVisit } from '#app/features/casefile/open-case.server.ts'
import { findGoal } from '#app/features/casefile/section-form.ts'
import { shownAnswer } from '#app/features/claim/question/question-view.server.ts'
import { answeredWords } from '#app/features/claim/question/answer-words.server.ts'
import { readBase } from '#app/forms/form-base.server.ts'
import { formFields } from '#app/forms/form-field.server.ts'
import { textOf, type FormValues } from '#app/forms/form-values.ts'
import { changeList, readListChange } from '#app/forms/list-entries.server.ts'
import { mergeForms, saySame } from '#app/forms/merge-forms.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import { seeOther } from '#app/features/claim/visit.server.ts'
import { SECTION_FORM } from '#app/security/forms/form-bounds.ts'
import { unreadable } from '#app/security/forms/read-body.server.ts'
import type { Answer } from '#machines/answers/question.ts'
import { getQuestion, isQuestionId, QUESTION_IDS, type QuestionId } from '#machines/answers/questions/index.ts'
import { SECTIONS, type SectionId } from '#machines/answers/sections.ts'
import type { Entry } from '#machines/claim/answers.ts'
import { stepTogether } from '#machines/claim/replay.ts'
import { ownIntent, ownValues, prefixed } from './prefix.ts'
import {
  isPageOf,
  isSuggested,
  pagesOf,
  savedValues,
  sectionPath,
  sectionView,
  type SectionView,
  type SentPage,
} from './section-view.server.ts'

/** Most attempts to save, because another person may save in between. */
const TRIES = 5

/** The section of an address; throws 404 if there is none. */
export function requireSection(text: string | undefined): SectionId {
  const section = SECTIONS.find(each => each === text)
  if (!section) throw new Response(null, { status: 404 })
  return section
}

/** The form again: with mistakes, two answers side by side, one entry more or less, or unchanged because it could not be saved. */
export interface SectionAgain {
  readonly view: SectionView
  readonly status: 200 | 409 | 422 | 503
}

/**
 * Saves the whole form of a section, or nothing of it. Leads back, or to the page whose tab was pressed. If the form cannot be saved, it
 * comes back with everything that was written.
 */
export async function saveSection(
  context: StaffContext,
  request: Request,
  address: string | undefined,
  part: string | undefined,
): Promise<Response | SectionAgain> {
  const section = requireSection(part)
  // The permission comes first, so that a member without it gets 403 before the form is read.
  const first = await requireOpenCase(context, request, address, 'edit:case')
  const values = await readValues(request, SECTION_FORM)
  const sent = values.intent?.[0] ?? ''
  const goal = findGoal(sent, casePath(first.number))
  const intent = ownIntent(sent)
  if (intent && isQuestionId(intent.page)) return changedEntries(first, section, values, intent.page, intent.intent)
  if (sent !== '' && sent !== 'save' && goal === null) throw unreadable()

  try {
    for (let attempt = 0, visit = first; attempt < TRIES; attempt++, visit = await requireOpenCase(context, request, address)) {
      const read = readSection(visit, section, values)
      if (read.status !== null) return await formAgain(visit, section, read.sent, read.status)
      const result = await saveEntries(visit, read.entries)
      if (result === 'again') continue
      if (typeof result === 'object') return await formAgain(visit, section, notTaken(read.sent, result), 422)
      return seeOther(goal ?? `${sectionPath(visit.number, section)}?done=${result}`)
    }
    throw new Error('the claim changed with every try to save it')
  } catch (fault) {
    // A response that was thrown is an answer, not a fault.
    if (!(fault instanceof Error)) throw fault
    return unsaved(first, section, values, fault)
  }
}

/** The form as it was sent, after a fault of ours kept it from being saved. Throws that fault if the page cannot be made either. */
async function unsaved(visit: CaseVisit, section: SectionId, values: FormValues, fault: Error): Promise<SectionAgain> {
  const sent = new Map(sentPages(visit, section, values).map(id => [id, sentPage(values, id)]))
  const again = await formAgain(visit, section, sent, 503).catch(() => null)
  if (!again) throw fault
  logError(fault)
  return again
}

/** The form with one entry of a list more or less; nothing is saved. */
function changedEntries(visit: CaseVisit, section: SectionId, values: FormValues, page: QuestionId, intent: string): Promise<SectionAgain> {
  const sent = new Map(pagesOf(visit, section).map(id => [id, sentPage(values, id)]))
  const fields = formFields(getQuestion(page))
  const change = readListChange(fields, intent)
  const of = sent.get(page)
  if (change && of) sent.set(page, { ...of, values: changeList(fields, of.values, change) })
  return formAgain(visit, section, sent, 200)
}

async function formAgain(
  visit: CaseVisit,
  section: SectionId,
  sent: ReadonlyMap<QuestionId, SentPage>,
  status: SectionAgain['status'],
): Promise<SectionAgain> {
  const { staff, number } = visit
  const around = granted(await staff.casework.casePages.aroundSection(staff.actor, number))
  return { view: sectionView(visit, around, section, null, sent), status }
}

/** The pages that a form holds. A page may no longer apply since the form was made; its fields are read nevertheless. */
const sentPages = (visit: CaseVisit, section: SectionId, values: FormValues): QuestionId[] =>
  QUESTION_IDS.filter(isPageOf(visit, section)).filter(id => prefixed(id, 'base') in values)

function sentPage(values: FormValues, id: QuestionId): SentPage {
  const { base, left, ...own } = ownValues(values, id)
  return { values: own, base: readBase(base?.[0]), left: left?.[0] ?? '', problems: [], conflicts: [] }
}

interface ReadSection {
  readonly entries: readonly { readonly page: QuestionId; readonly entry: Entry }[]
  readonly sent: ReadonlyMap<QuestionId, SentPage>
  /** Status of the answer if the form cannot be saved; otherwise `null`. */
  readonly status: 409 | 422 | null
}

/** Reads the form and puts it together with what was saved since the form was made. */
function readSection(visit: CaseVisit, section: SectionId, values: FormValues): ReadSection {
  const entries: { page: QuestionId; entry: Entry }[] = []
  const sent = new Map<QuestionId, SentPage>()
  for (const id of sentPages(visit, section, values)) {
    const { page, entry } = readPage(visit, id, values)
    sent.set(id, page)
    if (entry) entries.push({ page: id, entry })
  }
  const pages = [...sent.values()]
  const status = pages.some(({ problems }) => problems.length > 0) ? 422 : pages.some(({ conflicts }) => conflicts.length > 0) ? 409 : null
  return { entries, sent, status }
}

/** Reads one question. The entry is `null` if there is nothing new to save. */
function readPage(visit: CaseVisit, id: QuestionId, values: FormValues): { readonly page: SentPage; readonly entry: Entry | null } {
  const question = getQuestion(id)
  const names = Object.keys(question.fields)
  const page = sentPage(values, id)
  const saved = savedValues(visit, id)
  const stored = visit.found.answers[id]
  const keep = new Set(names.filter(name => textOf(page.values, `saved.${name}`) !== ''))
  const merged = mergeForms(names, page.base, page.values, saved, keep)
  const touched = !saySame(names, merged.values, saved)
  if (!touched && merged.conflicts.length === 0) {
    const left = stored && 'left' in stored ? stored.left : ''
    const leaves = page.left !== left && (page.left === 'skipped' || page.left === 'advocate') && !(stored && 'value' in stored)
    return { page: { ...page, values: merged.values }, entry: leaves ? { left: page.left } : null }
  }
  const read = readForm(question, merged.values, visit.answers.today)
  if (!read.ok) return { page: { ...page, values: merged.values, problems: read.problems }, entry: null }
  const theirs = readForm(question, saved, visit.answers.today)
  const words = (field: string, answer: Answer) =>
    answeredWords(id, field, answer, visit.answers)
      .map(line => line.words)
      .join('; ')
  const conflicts = merged.conflicts.map(field => ({
    field,
    label: visit.answers.speech.t(`claim:questions.${id}.fields.${field}.label`),
    saved: words(field, theirs.ok ? theirs.answer : shownAnswer(visit.answers, question)),
    mine: words(field, read.answer),
  }))
  // The form that comes back is made from what is saved, so a second press saves the member's own words.
  return {
    page: { ...page, values: merged.values, base: conflicts.length > 0 ? saved : page.base, conflicts },
    entry: { value: read.answer },
  }
}

/** The form that was sent, with a problem on each page that does not fit the others. */
const notTaken = (sent: ReadSection['sent'], refused: readonly QuestionId[]): ReadSection['sent'] =>
  new Map(
    [...sent].map(([id, page]) => [
      id,
      refused.includes(id)
        ? { ...page, problems: [{ field: Object.keys(getQuestion(id).fields)[0] ?? '', key: 'filing:notTaken' }] }
        : page,
    ]),
  )

/** Saves what may be saved, and suggests the rest to the survivor whose words it would change; or returns pages that do not fit. */
async function saveEntries(
  visit: CaseVisit,
  entries: ReadSection['entries'],
): Promise<'saved' | 'suggested' | 'again' | readonly QuestionId[]> {
  const {
    staff,
    number,
    found,
    answers: { today },
  } = visit
  const suggested = entries.filter(({ page }) => isSuggested(visit, page))
  const { answers, refused } = stepTogether(
    found.answers,
    today,
    entries.filter(entry => !suggested.includes(entry)),
  )
  if (refused.length > 0) return refused
  if (answers !== found.answers) {
    const saved = granted(await staff.casework.cases.save(staff.actor, number, found.revision, { answers }))
    if (!saved.ok) {
      if (saved.reason === 'conflict') return 'again'
      throw new Response(null, { status: 403 })
    }
  }
  if (suggested.length > 0) granted(await staff.casework.suggestions.make(staff.actor, number, suggested))
  return suggested.length > 0 ? 'suggested' : 'saved'
}
