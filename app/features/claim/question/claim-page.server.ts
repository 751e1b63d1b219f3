import { getQuestion, QUESTION_IDS, QUESTIONS, type QuestionId } from '#machines/answers/questions/index.ts'
import type { SectionId } from '#machines/answers/sections.ts'
import type { Day } from '#machines/calendar/day.ts'
import { readAnswers, type ClaimAnswers } from '#machines/claim/answers.ts'
import { claimProgress } from '#machines/claim/progress.ts'
import { pageApplies, walkClaim } from '#machines/claim/walk.ts'

/** Pages that apply to a claim with these answers, in order. */
export function applicablePages(answers: ClaimAnswers, today: Day): QuestionId[] {
  return claimProgress(answers, today).flatMap(({ questions }) => questions.filter(({ applies }) => applies).map(({ id }) => id))
}

/** Pages whose answers are set aside, because the pages do not apply with these answers. */
export function setAsidePages(answers: ClaimAnswers, today: Day): readonly QuestionId[] {
  return walkClaim(readAnswers(answers, today), today).setAside
}

/** The place of a page: its number in its section, and the page before it. */
export interface PagePlace {
  readonly section: SectionId
  /** From 1. */
  readonly number: number
  readonly of: number
  readonly before: QuestionId | undefined
}

/** The place of a page that applies. Pages of later sections are not asked whether they do: an estimate of the income may stand behind that. */
export function placeOf(answers: ClaimAnswers, today: Day, page: QuestionId): PagePlace {
  const applies = (id: QuestionId) => pageApplies(id, answers, today)
  const { section } = getQuestion(page)
  const inSection = QUESTION_IDS.filter(id => getQuestion(id).section === section && applies(id))
  const before = QUESTION_IDS.slice(0, QUESTION_IDS.indexOf(page)).findLast(applies)
  return { section, number: inSection.indexOf(page) + 1, of: inSection.length, before }
}

/** The page that asks for a fact, by its path in the claim file: `victim.firstName`, `work.0.from`. */
export function pageAsking(path: string): QuestionId | undefined {
  const holds = (place: string) => path === place || path.startsWith(`${place}.`)
  return QUESTIONS.find(({ fields }) => Object.values(fields).some(field => holds(field.path)))?.id
}
