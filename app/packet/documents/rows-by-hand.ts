import type { QuestionId } from '#machines/answers/questions/index.ts'
import { row, statementRow, type Answer, type Telling } from '../answers.ts'
import type { Row } from '../sheet.ts'

/**
 * The facts of a page of which its own sentence says that they can be written by hand on the printed page. A missing fact becomes a line.
 * @param optional facts that not everybody has: they become lines only where nothing else of the page was answered
 */
export function rowsByHand<Field extends string>(
  telling: Telling,
  page: QuestionId,
  facts: Readonly<Record<Field, Answer>>,
  optional: readonly Field[] = [],
): Row[] {
  const fields = Object.keys(facts) as Field[]
  const leftOpen = fields.every(field => facts[field].words === undefined)
  return fields.map(field =>
    leftOpen || !optional.includes(field) ? statementRow(telling, field, facts[field]) : row(telling, field, facts[field], page),
  )
}
