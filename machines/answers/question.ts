import type { z } from 'zod'
import type { SectionId } from './sections.ts'

/**
 * One question page of the claim, with its own proof. Its sentences stand in
 * `locales/<lng>/claim.json` under `questions.<id>`: `title`, `why`, `help`, `skipped`
 * (what leaving it open means) and one entry for each field.
 */
export interface Question<Id extends string = string> {
  readonly id: Id
  readonly section: SectionId
  /**
   * The fields of the page, in order: name of the form field → dotted path in the claim file.
   * `dates` has `{ start: 'crime.start', end: 'crime.end' }`; every answer therefore has one home.
   */
  readonly fields: Readonly<Record<string, string>>
  /** Schema of the answer: a strict object with the names of `fields`; messages are keys. */
  readonly schema: z.ZodType
  /** Sentences (names of rules in `machines/claim/applicability.ts`) that must all hold for the page to be asked. */
  readonly appliesWhen: readonly string[]
  /** Whether the person may skip it or leave it to an advocate. Only questions that route cannot be skipped. */
  readonly mayLeaveOpen: boolean
  /** Answers that must pass. */
  readonly examples: readonly unknown[]
  /** Answers that must fail: where, and with which error key. */
  readonly counterExamples: readonly { readonly answer: unknown; readonly path: string; readonly error: string }[]
}
