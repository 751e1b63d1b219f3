import { addMonths, type Day } from '#machines/calendar/day.ts'
import { overdueCases } from './case-erasing.server.ts'
import { type CaseworkContext, openOrganizationKey } from '#app/data/organizations/index.server.ts'
import { overdueDrafts } from '#app/data/drafts/index.server.ts'

/** Why something would be deleted. */
export type PurgeReason =
  | 'draft-with-words'
  /** A draft without a phrase, which no organization has. */
  | 'draft-without-words'
  | 'case-closed'
  /** A case whose claim was taken back, moved or deleted. */
  | 'case-ended'

/** The number of deletions for one reason, past one day. */
interface PurgeLine {
  readonly why: PurgeReason
  /** Last day of the retention, in universal time. */
  readonly day: Day
  readonly count: number
}

/** The deletions of the next purge, oldest day first. It holds no names, and nothing is opened for it. */
export interface PurgePreview {
  readonly drafts: number
  readonly cases: number
  readonly lines: readonly PurgeLine[]
}

export async function previewPurge({ transact, wrapping, now }: CaseworkContext): Promise<PurgePreview> {
  return transact(async transaction => {
    const drafts = await transaction.draft.findMany({ where: overdueDrafts(now()), select: { lookup: true, deleteAfter: true } })
    const cases: Omit<PurgeLine, 'count'>[] = []
    for (const row of await transaction.organization.findMany({ where: { keepMonths: { not: null } } })) {
      const months = row.keepMonths ?? 0
      const found = await transaction.case.findMany({ where: overdueCases(openOrganizationKey(wrapping, row), months, now()) })
      for (const { endedAt, changedAt } of found)
        cases.push({ why: endedAt ? 'case-ended' : 'case-closed', day: addMonths(dayOf(endedAt ?? changedAt), months) })
    }
    const lines = [
      ...drafts.map(({ lookup, deleteAfter }) => ({
        why: lookup === null ? ('draft-without-words' as const) : ('draft-with-words' as const),
        day: dayOf(deleteAfter),
      })),
      ...cases,
    ]
    return { drafts: drafts.length, cases: cases.length, lines: counted(lines) }
  })
}

function counted(found: readonly Omit<PurgeLine, 'count'>[]): PurgeLine[] {
  const counts = new Map<string, PurgeLine>()
  for (const { why, day } of found) {
    const key = `${day} ${why}`
    counts.set(key, { why, day, count: (counts.get(key)?.count ?? 0) + 1 })
  }
  return [...counts].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, line]) => line)
}

const dayOf = (date: Date): Day => date.toISOString().slice(0, 10)
