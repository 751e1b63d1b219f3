import type { ClaimFile } from '#machines/answers/claim-file.ts'

/** Whom or what an answer is about; the sections of a form are told apart by these. */
export const SUBJECTS = ['applicant', 'victim', 'guardian', 'representative', 'crime', 'report', 'loss', 'claim', 'late'] as const
export type Subject = (typeof SUBJECTS)[number]

/** How an answer is written: decides which formats it can have. */
export type AnswerKind = 'text' | 'date' | 'phone' | 'choice' | 'choices' | 'yes-no'

/** What a claim holds for one answer, before it is written. */
export type AnswerValue = string | boolean | readonly string[] | undefined

/** One thing that a form can be filled in with. There is no today's date and no signature among them, on purpose. */
export interface FormAnswer {
  /** `subject.part`, as it stands in a map. */
  readonly id: string
  readonly subject: Subject
  readonly part: string
  readonly kind: AnswerKind
  readonly value: (claim: ClaimFile) => AnswerValue
  /** Values that can be asked for with a box to tick, and where their words stand in `locales/<lng>/terms.json`. */
  readonly choices?: { readonly values: readonly string[]; readonly terms: string }
}
