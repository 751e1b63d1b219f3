import type { z } from 'zod'
import type { ClaimFile } from '#machines/answers/claim-file.ts'
import type { Field } from '#machines/answers/field.ts'
import type { Answer, CounterExample } from '#machines/answers/question.ts'
import type { Day } from '#machines/calendar/day.ts'

/** Sentences that decide whether a question of the check is asked. */
export type CheckRule = 'the filing time is over or ends soon'

/** Tells which field of the page does not fit today's date or another field, and with which error key. */
type RefuseField = (field: string, key: string) => void

/**
 * One question of the two-minute check, with answers that must pass and answers that must fail. Its sentences stand in
 * `locales/<lng>/check.json` under its id. Every question can be skipped.
 */
export interface CheckQuestion<Id extends string = string> {
  readonly id: Id
  /** The fields of the page, by their names in the answer, as a page of the claim has them. */
  readonly fields: Readonly<Record<string, Field>>
  /** Schema of the answer: a strict object; messages are keys. */
  readonly schema: z.ZodType<Answer>
  /** What the schema alone cannot see: dates after today, an end before a start. */
  readonly check?: (answer: Answer, today: Day, refuse: RefuseField) => void
  /** The claim with this answer in its place, so that the rules of the claim decide here too. */
  readonly write: (claim: ClaimFile, answer: Answer) => ClaimFile
  /** All of these must hold for the question to be asked. */
  readonly appliesWhen: readonly CheckRule[]
  /** Answers that must pass. */
  readonly examples: readonly Answer[]
  /** Answers that must fail; dates are read on 2026-11-23. */
  readonly counterExamples: readonly CounterExample[]
}
