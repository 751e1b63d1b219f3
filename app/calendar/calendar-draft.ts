import type { DueDay } from '#machines/casework/due-days.ts'

/** What a calendar or a digest learns of a draft: no name, no number of a claim, nothing of what it says. */
export interface CalendarDraft {
  /** Looks random, is made for one calendar alone and stays: not the draft's own id. Small letters, digits, hyphens; 16 to 64 of them. */
  readonly calendarId: string
  /** What the members of the organization call the case, for example `K-7`: capital letters, digits, hyphens; 12 at most. */
  readonly label: string
  readonly due: readonly Pick<DueDay, 'kind' | 'whose' | 'day' | 'daysLeft' | 'overdue'>[]
}

const CALENDAR_ID = /^[a-z0-9-]{16,64}$/
const LABEL = /^[A-Z0-9-]{1,12}$/

/**
 * Refuses a draft that could carry more than it may: a label with room for a name, an id that something else uses.
 * @throws RangeError without the value, which may be personal
 */
export function requireOpaque({ calendarId, label }: Pick<CalendarDraft, 'calendarId' | 'label'>): void {
  if (!CALENDAR_ID.test(calendarId)) throw new RangeError('a calendar id is 16 to 64 small letters, digits and hyphens')
  if (!LABEL.test(label)) throw new RangeError('a label is up to 12 capital letters, digits and hyphens')
}
