import type { ClaimFile } from '#machines/answers/claim-file.ts'

/** The people and matters that an answer can be about. The sections of a form differ by these. */
export const SUBJECTS = ['applicant', 'victim', 'guardian', 'representative', 'crime', 'report', 'loss', 'claim', 'late'] as const
export type Subject = (typeof SUBJECTS)[number]

/** The kind of an answer. It decides which formats the answer can have. */
export type AnswerKind = 'text' | 'date' | 'phone' | 'choice' | 'choices' | 'yes-no'

/** The value that a claim holds for one answer, before it is put into words. */
export type AnswerValue = string | boolean | readonly string[] | undefined

/** One answer that can fill in a field. None of them is today's date or a signature, because people sign and date by hand. */
export interface FormAnswer {
  /** `subject.part`, as a map names it. */
  readonly id: string
  readonly subject: Subject
  readonly part: string
  readonly kind: AnswerKind
  readonly value: (claim: ClaimFile) => AnswerValue
  /** The values that a box to tick can stand for, and the key of their words in `locales/<lng>/terms.json`. */
  readonly choices?: { readonly values: readonly string[]; readonly terms: string }
}
