import type { Day } from '#machines/calendar/day.ts'
import { AHEAD_DAYS, dueSpan, NEAR_DAYS, type DueDay } from '#machines/casework/due-days.ts'
import { formatDate } from '#app/i18n/format.ts'
import type { LanguageCode } from '#app/i18n/languages.ts'
import type { Translate } from '#app/i18n/translator.ts'
import { requireOpaque, type CalendarDraft } from './calendar-draft.ts'

/** The parts of a digest, in their order. A due thing is in one of them or in none. */
const PARTS = ['past', 'week', 'month', 'ask'] as const
type Part = (typeof PARTS)[number]

const PART_DAYS: Partial<Record<Part, number>> = { week: NEAR_DAYS, month: AHEAD_DAYS }

function partOf({ whose, overdue, daysLeft }: Pick<DueDay, 'whose' | 'overdue' | 'daysLeft'>): Part | null {
  if (whose === 'board') return overdue ? 'ask' : null
  const span = dueSpan(daysLeft)
  return span === 'later' ? null : span
}

/** A message for one day, in plain text. Each line ends with a newline. */
export interface Digest {
  readonly subject: string
  readonly text: string
}

/**
 * What is due in many drafts, to be printed or mailed. It has counts and labels, and nothing else about a case.
 * @throws RangeError for a label or an id that could reveal too much
 */
export function dailyDigest(drafts: readonly CalendarDraft[], today: Day, language: LanguageCode, t: Translate): Digest {
  drafts.forEach(requireOpaque)
  const things = drafts.flatMap(({ label, due }) => due.map(thing => ({ label, part: partOf(thing) })))
  const lines = PARTS.flatMap(part => {
    const labels = things.filter(thing => thing.part === part).map(({ label }) => label)
    if (labels.length === 0) return []
    const text = t(`lifecycle:digest.${part}`, { count: labels.length, days: PART_DAYS[part] })
    return [t('lifecycle:digest.line', { text, labels: [...new Set(labels)].sort().join(', ') })]
  })
  return {
    subject: t('lifecycle:digest.subject'),
    text: [
      t('lifecycle:digest.head', { date: formatDate(today, language) }),
      ...(lines.length > 0 ? lines : [t('lifecycle:digest.none', { days: AHEAD_DAYS })]),
    ]
      .map(line => `${line}\n`)
      .join(''),
  }
}
