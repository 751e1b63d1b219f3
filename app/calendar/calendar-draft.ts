import type { DueDay } from '#machines/casework/due-days.ts'

/** The part of a draft that a calendar or a digest gets: no name, no claim number, no answers. */
export interface CalendarDraft {
  /** A random-looking id for one calendar only, which stays the same and is not the draft's id: 16 to 64 small letters, digits, hyphens. */
  readonly calendarId: string
  /** The organization's own label for the case, for example `K-7`: at most 12 capital letters, digits, hyphens. */
  readonly label: string
  readonly due: readonly Pick<DueDay, 'kind' | 'whose' | 'day' | 'daysLeft' | 'overdue'>[]
}

const CALENDAR_ID = /^[a-z0-9-]{16,64}$/
const LABEL = /^[A-Z0-9-]{1,12}$/

/**
 * Refuses a draft that could reveal too much, such as a label long enough for a name or an id of another kind.
 * @throws RangeError whose message leaves out the value, because it may be personal
 */
export function requireOpaque({ calendarId, label }: Pick<CalendarDraft, 'calendarId' | 'label'>): void {
  if (!CALENDAR_ID.test(calendarId)) throw new RangeError('a calendar id is 16 to 64 small letters, digits and hyphens')
  if (!LABEL.test(label)) throw new RangeError('a label is up to 12 capital letters, digits and hyphens')
}
