import { requireCasework } from '#app/auth/visit.server.ts'
import { calendarFeed } from '#app/calendar/feed.ts'
import type { OpenFeed } from '#app/data/caseload/index.server.ts'
import type { CalendarDraft } from '#app/calendar/calendar-draft.ts'
import { getTranslate } from '#app/i18n/resources.server.ts'
import type { Services } from '#app/services.server.ts'

const FILE = /^([\w-]+)\.ics$/

/** Drafts as a calendar gets them: each with the number of its case, never with the label that a member chose. */
export const calendarDrafts = ({ cases }: OpenFeed): CalendarDraft[] =>
  cases.map(({ calendarId, number, due }) => ({ calendarId, label: `K-${number}`, due }))

/**
 * The calendar of a secret address, for a calendar program, which has no session.
 * @param file last part of the address
 * @returns the calendar; 404 for an unknown address, 429 after too many tries
 */
export async function feedFile(services: Services, file: string, clientAddress: string): Promise<Response> {
  const result = await requireCasework(services).calendarFeeds.read(FILE.exec(file)?.[1] ?? '', clientAddress)
  // Every answer gets `no-store`; `private` also keeps caches on the way from storing it.
  const headers = { 'Cache-Control': 'private' }
  if (!result.ok) return new Response(null, { status: 429, headers: { ...headers, 'Retry-After': String(result.retryAfterSeconds) } })
  if (!result.feed) return new Response(null, { status: 404, headers })
  const { language, today } = result.feed
  return new Response(calendarFeed(calendarDrafts(result.feed), today, getTranslate(language)), {
    headers: { ...headers, 'Content-Type': 'text/calendar; charset=utf-8', 'Content-Disposition': 'attachment; filename="papers.ics"' },
  })
}
