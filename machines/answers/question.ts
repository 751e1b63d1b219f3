import type { z } from 'zod'
import type { ClaimFile } from './claim-file.ts'
import type { ClaimPath } from './claim-path.ts'
import type { Field } from './field.ts'
import type { ApplicabilityRule } from './rule-names.ts'
import type { SectionId } from './sections.ts'

/** Answer of one page: values by name of the form field. A missing name was not answered. */
export type Answer = Readonly<Record<string, unknown>>

/** An answer that must fail: where (dotted, from the page's own fields) and with which error key. */
export interface CounterExample {
  readonly answer: unknown
  readonly path: string
  readonly error: string
}

/**
 * One question page of the claim, with answers that must pass and answers that must fail. Its sentences stand in `locales/<lng>/claim.json`
 * under `questions.<id>`: `title`, `why`, `help`, its `points` if there are any, `skipped` (what leaving it open means) and one entry for each
 * field.
 */
export interface Question<Id extends string = string> {
  readonly id: Id
  readonly section: SectionId
  /**
   * The fields of the page, in order: name of the form field → what it holds, and its path in the claim file.
   * `dates` has `{ start: date('crime.start'), end: dateOrOngoing('crime.end') }`, so every answer has exactly one place.
   */
  readonly fields: Readonly<Record<string, Field<ClaimPath>>>
  /** Schema of the answer: a strict object with the names of `fields`; messages are keys. */
  readonly schema: z.ZodType<Answer>
  /** All of these must hold for the page to be asked. */
  readonly appliesWhen: readonly ApplicabilityRule[]
  /** Whether the person may skip it or leave it to an advocate. Only a question that decides which pages follow cannot be skipped. */
  readonly mayLeaveOpen: boolean
  /** For an answer that changes what another page holds: how it gets into the claim file and back. */
  readonly store?: {
    readonly write: (claim: ClaimFile, answer: Answer) => ClaimFile
    readonly read: (claim: ClaimFile) => Answer | undefined
  }
  /** Whether the help is a warning or a guide that a person must see before they answer; such help is never folded away. */
  readonly readFirst?: boolean
  /** Names of the points of such help, which are shown as a list below it. */
  readonly points?: readonly string[]
  /** Answers that must pass. */
  readonly examples: readonly Answer[]
  readonly counterExamples: readonly CounterExample[]
}
