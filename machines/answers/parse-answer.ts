import type { Day } from '#machines/calendar/day.ts'
import { checkAcross, toProblems, type ClaimFileProblem } from './claim-file.ts'
import { datesAfterToday } from './future-dates.ts'
import type { Answer, Question } from './question.ts'
import { writeAnswer } from './store.ts'

/** One page's answer that was read, or everything that is wrong with it. */
export type ParsedAnswer =
  { readonly ok: true; readonly answer: Answer } | { readonly ok: false; readonly problems: readonly ClaimFileProblem[] }

/** A problem of the claim file with the page's own name for the field: `victim.birthDate` becomes `birthDate`. */
function inPageTerms(question: Question, problem: ClaimFileProblem): ClaimFileProblem {
  for (const [name, { path }] of Object.entries(question.fields)) {
    if (problem.path === path || problem.path.startsWith(`${path}.`)) {
      return { ...problem, path: name + problem.path.slice(path.length) }
    }
  }
  return problem
}

/**
 * Reads the answer of one page: checks it by the page's schema, then by the claim file's checks over several answers, which need today's
 * date (a birth date in the future). Blanks are removed; an unanswered field is absent.
 */
export function parseAnswer(question: Question, value: unknown, today: Day): ParsedAnswer {
  const read = question.schema.safeParse(value)
  if (!read.success) return { ok: false, problems: read.error.issues.flatMap(toProblems) }
  const problems: ClaimFileProblem[] = []
  checkAcross(writeAnswer({}, question, read.data), today, (path, key) => {
    problems.push(inPageTerms(question, { path: path.join('.'), key }))
  })
  return problems.length > 0 ? { ok: false, problems } : { ok: true, answer: read.data }
}

/**
 * Reads an answer that a person gives now: as {@link parseAnswer}, and with the dates that are still to come. A stored answer is read
 * without that check, so that one from an older release stays.
 */
export function parseNewAnswer(question: Question, value: unknown, today: Day): ParsedAnswer {
  const parsed = parseAnswer(question, value, today)
  const problems = parsed.ok ? datesAfterToday(question.fields, parsed.answer, today) : []
  return problems.length > 0 ? { ok: false, problems } : parsed
}
