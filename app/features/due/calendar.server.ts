import { WORK_PATHS, type StaffContext } from '#app/auth/visit.server.ts'
import { dayInLosAngeles } from '#app/clock.server.ts'
import { FRESH_MINUTES } from '#app/data/staff/index.server.ts'
import { requireList } from '#app/features/caseload/list.server.ts'
import { seeOther } from '#app/features/claim/visit.server.ts'
import { formatDate } from '#app/i18n/format.ts'
import { getTranslate } from '#app/i18n/resources.server.ts'
import { requestLanguage } from '#app/security/request-language.server.ts'
import { SMALL_FORM } from '#app/security/forms/form-bounds.ts'
import { press } from '#app/forms/press.server.ts'
import { readSentForm } from '#app/forms/sent-form.server.ts'

export interface CalendarView {
  /** The titles of entries, exactly as the calendar gets them. */
  readonly titles: Readonly<Record<'ours' | 'board', string>>
  /** The current address's days of making and last reading; `null` if there is no address. */
  readonly feed: { readonly madeOn: string; readonly readOn: string | null } | null
  /** Whether the member signed in a short time ago. An address outlives the session, so no one must make it at a screen left open. */
  readonly fresh: boolean
  readonly freshMinutes: number
  readonly ended: boolean
}

/** A new address. It is shown once, and no page can show it again. */
export interface MadeAddress {
  readonly address: string
}

export async function calendarView(context: StaffContext, request: Request): Promise<CalendarView> {
  const { casework, actor, fresh } = await requireList(context, request)
  const { code } = requestLanguage(request)
  const t = getTranslate(code)
  const feed = await casework.calendarFeeds.find(actor)
  return {
    titles: { ours: t('lifecycle:calendar.title.ours'), board: t('lifecycle:calendar.title.board') },
    feed: feed && { madeOn: formatDate(dayInLosAngeles(feed.createdAt), code), readOn: feed.readOn && formatDate(feed.readOn, code) },
    fresh,
    freshMinutes: FRESH_MINUTES,
    ended: new URL(request.url).searchParams.get('done') === 'ended',
  }
}

/** Makes an address in the language of the page, or ends the current one. */
export async function changeCalendar(context: StaffContext, request: Request): Promise<Response | MadeAddress> {
  const { casework, actor, fresh } = await requireList(context, request)
  const { intent } = await readSentForm(request, SMALL_FORM)
  return press<Response | MadeAddress>(intent, {
    make: async () => {
      if (!fresh) return seeOther(WORK_PATHS.calendar)
      const secret = await casework.calendarFeeds.make(actor, requestLanguage(request).code)
      return { address: `${new URL(request.url).origin}/calendar/${secret}.ics` }
    },
    end: async () => {
      await casework.calendarFeeds.end(actor)
      return seeOther(`${WORK_PATHS.calendar}?done=ended`)
    },
  })
}
