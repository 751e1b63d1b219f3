import { z } from 'zod'
import { toProblems, type ClaimFile, type ClaimFileProblem } from '#machines/answers/claim-file.ts'
import type { ParsedAnswer } from '#machines/answers/parse-answer.ts'
import type { Answer } from '#machines/answers/question.ts'
import type { Day } from '#machines/calendar/day.ts'
import { filingDeadline } from '#machines/rules/deadline.ts'
import type { CheckQuestion, CheckRule } from './check-question.ts'
import { CHECK_QUESTIONS, getCheckQuestion, isCheckQuestionId, type CheckQuestionId } from './questions/index.ts'

/** What a person did with one question: an answer, or the choice not to say. */
export type CheckEntry<Value = Answer> = { readonly value: Value } | { readonly skipped: true }

/** The answers of one check, by question: all that the browser's cookie holds. */
export type CheckAnswers = Readonly<Partial<Record<CheckQuestionId, CheckEntry>>>

/** Reads the answer of one question and compares its dates with today's. */
export function parseCheckAnswer(question: CheckQuestion, value: unknown, today: Day): ParsedAnswer {
  const read = question.schema.safeParse(value)
  if (!read.success) return { ok: false, problems: read.error.issues.flatMap(toProblems) }
  const problems: ClaimFileProblem[] = []
  question.check?.(read.data, today, (path, key) => problems.push({ path, key }))
  return problems.length > 0 ? { ok: false, problems } : { ok: true, answer: read.data }
}

const storedSchema = z.record(z.string(), z.union([z.strictObject({ value: z.unknown() }), z.strictObject({ skipped: z.literal(true) })]))

/**
 * The answers that a session held. An answer that no question accepts any more (one of an older release, say) counts as not answered, so
 * that its question is asked again.
 */
export function readCheckAnswers(stored: unknown, today: Day): CheckAnswers {
  const entries = storedSchema.safeParse(stored)
  if (!entries.success) return {}
  const read: Partial<Record<CheckQuestionId, CheckEntry>> = {}
  for (const [id, entry] of Object.entries(entries.data)) {
    if (!isCheckQuestionId(id)) continue
    if ('skipped' in entry) read[id] = entry
    else {
      const parsed = parseCheckAnswer(getCheckQuestion(id), entry.value, today)
      if (parsed.ok) read[id] = { value: parsed.answer }
    }
  }
  return read
}

/** What makes each sentence true. The sentences look only at the crime, so no question can close itself by its own answer. */
export const CHECK_RULES: Readonly<Record<CheckRule, (claim: ClaimFile, today: Day) => boolean>> = {
  'the filing time is over or ends soon': ({ crime }, today) => ['soon', 'late-filing'].includes(filingDeadline({ crime }, today).status),
}

/** The slice of a claim file that the answers make, for the rules of the claim. Skipped questions say nothing. */
export function claimOfCheck(answers: CheckAnswers, today: Day): ClaimFile {
  return CHECK_QUESTIONS.reduce<ClaimFile>((claim, question) => {
    const entry = answers[question.id]
    const asked = question.appliesWhen.every(rule => CHECK_RULES[rule](claim, today))
    return asked && entry && 'value' in entry ? question.write(claim, entry.value) : claim
  }, {})
}
