import type { Question } from '../question.ts'
import { claimantDetails } from './claimant-details.ts'
import { claimantRole } from './claimant-role.ts'
import { contact } from './contact.ts'
import { dates } from './dates.ts'
import { discovered } from './discovered.ts'
import { emergency } from './emergency.ts'
import { employerSize } from './employer-size.ts'
import { evidence } from './evidence.ts'
import { filer } from './filer.ts'
import { guardianDetails } from './guardian-details.ts'
import { guardianRole } from './guardian-role.ts'
import { incomeEvidence } from './income-evidence.ts'
import { kinds } from './kinds.ts'
import { lateFiling } from './late-filing.ts'
import { mailingAddress } from './mailing-address.ts'
import { names } from './names.ts'
import { otherLosses } from './other-losses.ts'
import { otherSources } from './other-sources.ts'
import { paymentPauses } from './payment-pauses.ts'
import { place } from './place.ts'
import { preferredLanguage } from './preferred-language.ts'
import { reports } from './reports.ts'
import { representative } from './representative.ts'
import { residenceAddress } from './residence-address.ts'
import { safeAtHome } from './safe-at-home.ts'
import { signing } from './signing.ts'
import { statements } from './statements.ts'
import { story } from './story.ts'
import { victimDeath } from './victim-death.ts'
import { work } from './work.ts'

const IN_ORDER = [
  filer,
  guardianRole,
  claimantRole,
  victimDeath,
  kinds,
  place,
  dates,
  reports,
  story,
  work,
  employerSize,
  evidence,
  incomeEvidence,
  statements,
  otherLosses,
  otherSources,
  emergency,
  paymentPauses,
  names,
  contact,
  safeAtHome,
  residenceAddress,
  mailingAddress,
  preferredLanguage,
  claimantDetails,
  guardianDetails,
  discovered,
  lateFiling,
  representative,
  signing,
] as const satisfies readonly Question[]

export type QuestionId = (typeof IN_ORDER)[number]['id']

/** All question pages, in the order in which they are asked. A page depends only on pages before it. */
export const QUESTIONS: readonly Question<QuestionId>[] = IN_ORDER

/** Ids of all pages, in order. */
export const QUESTION_IDS: readonly QuestionId[] = QUESTIONS.map(question => question.id)

const byId = new Map<string, Question<QuestionId>>(QUESTIONS.map(question => [question.id, question]))

/** Whether `text` names a question page. */
export const isQuestionId = (text: string): text is QuestionId => byId.has(text)

/** The page with this id. */
export function getQuestion(id: QuestionId): Question<QuestionId> {
  const question = byId.get(id)
  if (!question) throw new RangeError(`no question "${id}"`)
  return question
}
