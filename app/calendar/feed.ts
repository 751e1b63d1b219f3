import { addDays, type Day } from '#machines/calendar/day.ts'
import type { DueKind } from '#machines/rules/due-dates.ts'
import type { Translate } from '#app/i18n/translator.ts'
import { requireOpaque, type CalendarDraft } from './calendar-draft.ts'
import { escapeText, joinLines } from './ics-lines.ts'

/**
 * The number of each kind in the id of its event. Companies that store calendars see the ids, so the numbers reveal nothing. Programs
 * that subscribe recognize an event by its id, so a number must never move to another kind.
 */
const KIND_NUMBER: Record<DueKind, number> = {
  filing: 1,
  'missing-information': 2,
  appeal: 3,
  'hearing-request': 4,
  'hearing-information': 5,
  court: 6,
  receipt: 7,
  eligibility: 8,
  assignment: 9,
  review: 10,
  'emergency-pay': 11,
  'appeal-decision': 12,
  'pay-birthday': 13,
}

const asDate = (day: Day) => day.replaceAll('-', '')

/**
 * The due days of many drafts as an iCalendar feed (RFC 5545; name and refresh interval by RFC 7986), with an all-day event on the
 * last day of each due thing. Titles say only "papers", because locked screens show calendars and companies store them. The feed has
 * no alarms, because a phone must not ring by itself.
 * @param today the day on which the feed is made
 * @throws RangeError for a label or an id that could reveal too much
 */
export function calendarFeed(drafts: readonly CalendarDraft[], today: Day, t: Translate): string {
  drafts.forEach(requireOpaque)
  return joinLines([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//papers//days//EN',
    'CALSCALE:GREGORIAN',
    `NAME:${escapeText(t('lifecycle:calendar.name'))}`,
    `X-WR-CALNAME:${escapeText(t('lifecycle:calendar.name'))}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT12H',
    ...drafts.flatMap(draft => draft.due.flatMap(thing => eventLines(draft, thing, today, t))),
    'END:VCALENDAR',
  ])
}

function eventLines(
  { calendarId, label }: CalendarDraft,
  { kind, whose, day }: CalendarDraft['due'][number],
  today: Day,
  t: Translate,
): string[] {
  const title = t('lifecycle:calendar.labelled', { title: t(`lifecycle:calendar.title.${whose}`), label })
  return [
    'BEGIN:VEVENT',
    `UID:${calendarId}-${KIND_NUMBER[kind]}@papers.invalid`,
    `DTSTAMP:${asDate(today)}T000000Z`,
    `DTSTART;VALUE=DATE:${asDate(day)}`,
    `DTEND;VALUE=DATE:${asDate(addDays(day, 1))}`,
    `SUMMARY:${escapeText(title)}`,
    'CLASS:PRIVATE',
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}
