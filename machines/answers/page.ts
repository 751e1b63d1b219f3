import { z } from 'zod'
import { withoutBlanks } from './blank.ts'
import { claimField, listWithOnly, type ClaimPath } from './claim-path.ts'
import type { Field } from './field.ts'
import type { Answer } from './question.ts'

interface PageOptions {
  /** Page that cannot be skipped: the error then asks for an answer and does not offer to skip. */
  readonly required?: boolean
}

/**
 * The schema of a field as the claim file has it; for a list, only with the facts that the page asks for. A group for which "none" is an
 * answer may be `null`, also where the page stores that in another way.
 */
function schemaOf(field: Field<ClaimPath>): z.ZodType {
  if (field.kind === 'group' && field.none) return claimField(field.path).nullable()
  if (field.kind !== 'list' || field.entry === 'text') return claimField(field.path)
  const [list = field.path] = field.path.split('[]')
  return listWithOnly(
    list,
    field.entry.fields.map(({ path }) => path),
  )
}

/**
 * The schema of a page. Every field has the claim file's schema and may be missing. A page without any answer is refused, because leaving a
 * page open is a choice of its own.
 */
export function page(fields: Readonly<Record<string, Field<ClaimPath>>>, options: PageOptions = {}): z.ZodType<Answer> {
  const shape = Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, schemaOf(field).optional()]))
  return z
    .strictObject(shape, 'errors:object')
    .superRefine((answer, context) => {
      // A page with a wrong name on it is not an empty page.
      if (context.issues.length > 0 || withoutBlanks(answer) !== undefined) return
      context.addIssue({ code: 'custom', message: options.required ? 'errors:answerNeeded' : 'errors:answerOrSkip' })
    })
    .transform(answer => withoutBlanks(answer) as Answer)
}
