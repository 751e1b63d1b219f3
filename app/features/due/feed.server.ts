import { requireCasework } from '#app/auth/visit.server.ts'
import { calendarFeed } from '#app/calendar/feed.ts'
import type { OpenFeed } from '#app/data/caseload/index.server.ts'
import type { CalendarDraft } from '#app/calendar/calendar-draft.ts'
import { getTranslate } from '#app/i18n/resources.server.ts'
import type { Services } from '#app/services.server.ts'

const FILE = /^([\w-]+)\.ics$/

/** What a calendar is given: numbers of cases, never a word that somebody chose for one. */
export const calendarDrafts = ({ cases }: OpenFeed): CalendarDraft[] =>
  cases.map(({ calendarId, number, due }) => ({ calendarId, label: `K-${number}`, due }))

/**
 * The days of a secret address, for a calendar program; there is no session.
 * @param file last part of the address
 * @returns 404 for every address that opens nothing, 429 after too many tries
 */
export async function feedFile(services: Services, file: string, clientAddress: string): Promise<Response> {
  const result = await requireCasework(services).calendarFeeds.read(FILE.exec(file)?.[1] ?? '', clientAddress)
  // What every answer gets is `no-store`; no cache between may keep it either.
  const headers = { 'Cache-Control': 'private' }
  if (!result.ok) return new Response(null, { status: 429, headers: { ...headers, 'Retry-After': String(result.retryAfterSeconds) } })
  if (!result.feed) return new Response(null, { status: 404, headers })
  const { language, today } = result.feed
  return new Response(calendarFeed(calendarDrafts(result.feed), today, getTranslate(language)), {
    headers: { ...headers, 'Content-Type': 'text/calendar; charset=utf-8', 'Content-Disposition': 'attachment; filename="papers.ics"' },
  })
}
