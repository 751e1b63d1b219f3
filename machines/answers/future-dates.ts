import { firstDayOf, type Day } from '#machines/calendar/day.ts'
import type { ClaimFileProblem } from './claim-file.ts'
import type { Field } from './field.ts'
import type { Answer } from './question.ts'

/**
 * Dates of an answer that are still to come. Every date that a page asks for is one of the past, so a date after today is a slip: an end
 * that has not come would move the last day to file. A month or a year that has begun is taken.
 */
export const datesAfterToday = (fields: Readonly<Record<string, Field>>, answer: Answer, today: Day): ClaimFileProblem[] =>
  Object.entries(fields).flatMap(([name, field]) => datesIn(field, answer[name], name, today))

function datesIn(field: Field, value: unknown, path: string, today: Day): ClaimFileProblem[] {
  if (value === undefined || value === null || value === 'ongoing') return []
  const within = (parts: readonly Field[], of: Answer, at: string) =>
    parts.flatMap(part => datesIn(part, of[part.path], `${at}.${part.path}`, today))
  switch (field.kind) {
    case 'date':
    case 'dateOrOngoing':
      return firstDayOf(value as string) > today ? [{ path, key: 'check:errors.dateAfterToday' }] : []
    case 'group':
      return within(field.parts.fields, value as Answer, path)
    case 'list': {
      const { entry } = field
      return entry === 'text' ? [] : (value as readonly Answer[]).flatMap((each, index) => within(entry.fields, each, `${path}.${index}`))
    }
    default:
      return []
  }
}
