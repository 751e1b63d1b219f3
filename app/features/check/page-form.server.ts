import { parseWithZod } from '@conform-to/zod/v4'
import { z } from 'zod'
import type { Answer } from '#machines/answers/question.ts'
import type { Day } from '#machines/calendar/day.ts'
import { parseCheckAnswer } from '#machines/eligibility/answers.ts'
import type { CheckQuestion } from '#machines/eligibility/check-question.ts'
import type { FormProblem, FormValues } from './form-values.ts'

/** How the form of one question becomes an answer, and an answer becomes the form again. */
export interface PageForm<Fields extends Readonly<Record<string, unknown>> = Readonly<Record<string, unknown>>> {
  /** Schema of the fields as the browser sends them: texts and lists of texts, blanks left out. */
  readonly fields: z.ZodType<Fields>
  /** The answer that the fields mean; `refuse` names a field that means nothing. */
  toAnswer(fields: Fields, refuse: (field: string, key: string) => void): Answer
  /** Field that shows a problem at a place of the answer; an empty place is the answer as a whole. */
  fieldOf(path: string): string
  /** The answer as it stands in the form. */
  fill(answer: Answer): FormValues
}

export type ReadForm =
  | { readonly ok: true; readonly answer: Answer }
  | { readonly ok: false; readonly values: FormValues; readonly problems: readonly FormProblem[] }

/** A form of texts: a field that a browser sent twice is read once. */
export const textFields = <const Name extends string>(...names: readonly Name[]) =>
  z.object(Object.fromEntries(names.map(name => [name, z.string().optional()])) as Record<Name, z.ZodOptional<z.ZodString>>)

/** Reads a form that was sent: its own fields first, then the question's schema, which the claim shares. */
export function readForm<Fields extends Readonly<Record<string, unknown>>>(
  form: PageForm<Fields>,
  question: CheckQuestion,
  data: FormData,
  today: Day,
): ReadForm {
  const schema = form.fields.transform((fields, context): Answer => {
    let refused = false
    const refuse = (field: string, key: string) => {
      refused = true
      context.addIssue({ code: 'custom', path: [field], message: key })
    }
    const answer = form.toAnswer(fields, refuse)
    if (refused) return z.NEVER
    const parsed = parseCheckAnswer(question, answer, today)
    if (parsed.ok) return parsed.answer
    parsed.problems.forEach(problem => refuse(form.fieldOf(problem.path), problem.key))
    return z.NEVER
  })
  const submission = parseWithZod(data, { schema })
  if (submission.status === 'success') return { ok: true, answer: submission.value }
  const problems = Object.entries(submission.error ?? {}).flatMap(([path, keys]) =>
    // One sentence for each field is enough; what the fields' own schema refuses was not sent by our page.
    (keys ?? []).slice(0, 1).map(key => ({ field: path.split('[')[0] ?? path, key: key.includes(':') ? key : 'errors:choice' })),
  )
  return { ok: false, values: submission.payload as FormValues, problems }
}
