import { MOST_OF_ONE_PHONE, type Suspicion } from '#machines/casework/case-alerts.ts'
import type { CaseSummary } from '#machines/casework/case-summary.ts'
import { targetOf } from '#app/data/cases/index.server.ts'
import { type CaseAbout, type Meeting, meetingIndexes } from '#app/data/drafts/index.server.ts'
import type { Transaction } from '#app/data/engine/index.server.ts'
import type { OrganizationKey } from '#app/data/organizations/index.server.ts'

/** A case, or one that a member is about to begin. */
export interface Subject {
  /** `null` for one that is not a case yet. */
  readonly id: string | null
  readonly summary: Pick<CaseSummary, 'names' | 'phones' | 'birthDate'> | null
  readonly about: Pick<CaseAbout, 'otherSide'>
}

/** Most other cases that one blind index reports. A member would not read more. */
const MOST_OTHERS = 5

/** Finds other cases of the organization that each subject may have to do with, no matter which members may read them. */
export async function findSuspicions(
  transaction: Transaction,
  key: OrganizationKey,
  subjects: readonly Subject[],
): Promise<(subject: Subject) => readonly Suspicion[]> {
  const meetings = new Map(subjects.map(subject => [subject, meetingIndexes(key, subject.summary, subject.about)]))
  const wanted = [...new Set([...meetings.values()].flatMap(those => those.map(({ other }) => other)))]
  const holders = await holdersOf(transaction, wanted)
  return subject => (meetings.get(subject) ?? []).flatMap(meeting => suspicionsOf(subject, meeting, holders.get(meeting.other) ?? []))
}

interface Holder extends Omit<Suspicion, 'kind'> {
  readonly id: string
}

function suspicionsOf(subject: Subject, { kind }: Meeting, holders: readonly Holder[]): Suspicion[] {
  const others = holders.filter(({ id }) => id !== subject.id)
  if (kind === 'same-phone' && others.length >= MOST_OF_ONE_PHONE) return []
  return others.slice(0, MOST_OTHERS).map(({ number, target }) => ({ kind, number, target }))
}

/** The first cases with each blind index; one more than is needed to see that there are too many. */
async function holdersOf(transaction: Transaction, marks: readonly string[]): Promise<Map<string, Holder[]>> {
  const counts = await transaction.caseMark.groupBy({ by: ['mark'], where: { mark: { in: [...marks] } }, _count: true })
  const few = counts.filter(({ _count }) => _count <= MOST_OTHERS + 1).map(({ mark }) => mark)
  const many = counts.filter(({ _count }) => _count > MOST_OTHERS + 1).map(({ mark }) => mark)
  const shape = {
    mark: true,
    case: { select: { id: true, number: true, organizationId: true, teamId: true, assignments: { select: { memberId: true } } } },
  } as const
  const rows = [
    ...(few.length === 0 ? [] : await transaction.caseMark.findMany({ where: { mark: { in: few } }, select: shape })),
    ...(
      await Promise.all(many.map(mark => transaction.caseMark.findMany({ where: { mark }, select: shape, take: MOST_OTHERS + 1 })))
    ).flat(),
  ]
  const found = new Map<string, Holder[]>()
  for (const { mark, case: row } of rows) {
    const holder = {
      id: row.id,
      number: row.number,
      target: targetOf(
        row,
        row.assignments.map(({ memberId }) => memberId),
      ),
    }
    found.set(mark, [...(found.get(mark) ?? []), holder])
  }
  return found
}
