import { dayInLosAngeles } from '#app/clock.server.ts'
import type { RecordLine } from '#app/data/records/index.server.ts'
import { formatClock, formatDate } from '#app/i18n/format.ts'
import type { LanguageCode } from '#app/i18n/languages.ts'

/** One line as the page shows it. The page has sentences for the kind and the role. */
export interface ShownLine extends Pick<RecordLine, 'place' | 'name' | 'role' | 'kind' | 'caseNumber'> {
  readonly time: string
  readonly moment: string
}

/** The lines of one day in California. */
export interface RecordDay {
  readonly day: string
  readonly lines: readonly ShownLine[]
}

/** Groups lines by day, in the order that they come in. */
export function recordDays(lines: readonly RecordLine[], language: LanguageCode): RecordDay[] {
  const days: { day: string; lines: ShownLine[] }[] = []
  for (const { place, at, name, role, kind, caseNumber } of lines) {
    const day = formatDate(dayInLosAngeles(at), language)
    const shown: ShownLine = { place, name, role, kind, caseNumber, time: formatClock(at, language), moment: at.toISOString() }
    const last = days.at(-1)
    if (last?.day === day) last.lines.push(shown)
    else days.push({ day, lines: [shown] })
  }
  return days
}

/** The place in the record before which the page begins, from the address. */
export function beforeOf(url: URL): number | undefined {
  const text = url.searchParams.get('before') ?? ''
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined
}
