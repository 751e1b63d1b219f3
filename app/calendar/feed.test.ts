import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { NEW_DRAFT } from '#machines/draft/context.ts'
import { DUE_KINDS, dueDates, type DueThing } from '#machines/rules/due-dates.ts'
import { getTranslate } from '#app/i18n/resources.server.ts'
import type { CalendarDraft } from './calendar-draft.ts'
import { calendarFeed } from './feed.ts'

const TODAY = '2026-11-23'
const [english, spanish] = [getTranslate('en'), getTranslate('es')]

const filed: CalendarDraft = {
  calendarId: 'c0ffee00-1234-4abc-9def-000000000001',
  label: 'K-7',
  due: dueDates(
    { work: [], victim: { firstName: 'Marisol', lastName: 'Vega' } },
    { ...NEW_DRAFT, filedOn: '2026-11-02', informationAskedOn: '2026-11-20' },
    TODAY,
  ),
}
const preparing: CalendarDraft = {
  calendarId: 'c0ffee00-1234-4abc-9def-000000000002',
  label: 'M-12',
  due: dueDates({ crime: { end: '2020-02-29' } }, NEW_DRAFT, TODAY),
}

/** The events as an independent library reads them. */
function parsed(feed: string) {
  const calendar = new ICAL.Component(ICAL.parse(feed) as [string, unknown[], unknown[]])
  return calendar.getAllSubcomponents('vevent').map(event => {
    const { uid, summary, startDate, endDate } = new ICAL.Event(event)
    return {
      uid,
      summary,
      start: startDate.toString(),
      end: endDate.toString(),
      allDay: startDate.isDate,
      stamp: String(event.getFirstPropertyValue('dtstamp')),
    }
  })
}

describe('the feed of many drafts', () => {
  const feed = calendarFeed([filed, preparing], TODAY, english)

  test('gives another program all-day events with neutral titles', () => {
    const id = filed.calendarId
    const common = { allDay: true, stamp: '2026-11-23T00:00:00Z' }
    expect(parsed(feed)).toEqual([
      { ...common, uid: `${id}-2@papers.invalid`, summary: 'Papers: last day (K-7)', start: '2026-12-20', end: '2026-12-21' },
      { ...common, uid: `${id}-7@papers.invalid`, summary: 'Papers: news may come by today (K-7)', start: '2027-01-01', end: '2027-01-02' },
      { ...common, uid: `${id}-8@papers.invalid`, summary: 'Papers: news may come by today (K-7)', start: '2027-04-01', end: '2027-04-02' },
      {
        ...common,
        uid: `${preparing.calendarId}-1@papers.invalid`,
        summary: 'Papers: last day (M-12)',
        start: '2027-02-28',
        end: '2027-03-01',
      },
    ])
  })

  test('ends every line as the standard requires and has no line that is too long', () => {
    expect(feed.endsWith('END:VCALENDAR\r\n')).toBe(true)
    expect(feed.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    for (const line of feed.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  })

  test('names no person, no kind of due thing and no subject', () => {
    expect(feed).not.toMatch(/Marisol|Vega|CalVCB|claim|traffick|victim|appeal|deadline|court|letter/i)
    for (const kind of DUE_KINDS) expect(feed).not.toContain(kind)
    expect(feed).not.toMatch(/VALARM|DESCRIPTION|LOCATION|URL|ATTENDEE|ORGANIZER/)
  })

  test('has the same text all day, and the same event ids on other days', () => {
    expect(calendarFeed([filed, preparing], TODAY, english)).toBe(feed)
    const later = parsed(calendarFeed([preparing, filed], '2026-12-01', english))
    expect(new Set(later.map(({ uid }) => uid))).toEqual(new Set(parsed(feed).map(({ uid }) => uid)))
  })

  test('has a different event id for every kind', () => {
    const due = DUE_KINDS.map((kind): DueThing => ({
      kind,
      whose: 'ours',
      from: null,
      day: TODAY,
      daysLeft: 0,
      overdue: false,
      certainty: 'rule',
      citation: 'house-choice',
      assumptions: [],
    }))
    expect(new Set(parsed(calendarFeed([{ ...filed, due }], TODAY, english)).map(({ uid }) => uid)).size).toBe(DUE_KINDS.length)
  })

  test('is in Spanish for a Spanish reader', () => {
    expect(parsed(calendarFeed([preparing], TODAY, spanish))[0]?.summary).toBe('Documentos: último día (M-12)')
    expect(parsed(calendarFeed([filed], TODAY, spanish))[1]?.summary).toBe('Documentos: puede haber noticias hasta hoy (K-7)')
  })

  test('has no events without drafts', () => {
    expect(parsed(calendarFeed([], TODAY, english))).toEqual([])
  })
})

describe('the feed refuses a draft with', () => {
  test.each([
    ['a name as a label', { label: 'Marisol' }],
    ['a long label', { label: 'ABCDEFGHIJKLM' }],
    ['a label of two lines', { label: 'K\r\nX' }],
    ['no label', { label: '' }],
    ['a short id', { calendarId: '7' }],
    ['an address as an id', { calendarId: 'someone@example.org' }],
  ])('%s, and the error does not tell the value', (_name, change) => {
    const make = () => calendarFeed([preparing, { ...filed, ...change }], TODAY, english)
    expect(make).toThrow(RangeError)
    expect(make).not.toThrow(/Marisol|someone/)
  })
})
