import { dayInLosAngeles } from '#app/clock.server.ts'
import { LANGUAGES } from '#app/i18n/languages.ts'
import { figuresOf, type FigureCase, type Figures } from '#machines/casework/figures.ts'
import { oneself, scopeOf, type Actor } from '#machines/casework/permissions.ts'
import { type OnCase, requireAllowed } from '#app/data/cases/index.server.ts'
import { openSummary } from '#app/data/drafts/index.server.ts'
import { type CaseworkContext, openOrganizationKey } from '#app/data/organizations/index.server.ts'
import type { Prisma } from '../generated/sqlite/client.ts'

/**
 * Counts of an organization's cases, for people outside. A member counts the cases that they may count.
 * @throws Error where a member may count none
 */
export interface CaseFigures {
  /** Counts for the member to look at. */
  readonly count: (actor: Actor) => Promise<Figures>
  /** Counts for the member to give away, which the record tells. */
  readonly take: (actor: Actor) => Promise<Figures>
}

/** Cases read in one transaction, so that members do not wait. */
const BATCH = 1_000

export function createCaseFigures({ transact, wrapping, now }: CaseworkContext, onCase: OnCase): CaseFigures {
  const count: CaseFigures['count'] = async actor => {
    const counted: FigureCase[] = []
    for (let last = 0; ;) {
      const rows = await transact(async ({ organization, case: cases }) => {
        const key = openOrganizationKey(wrapping, await organization.findUniqueOrThrow({ where: { id: actor.organizationId } }))
        const found = await cases.findMany({
          where: { ...reached(actor), number: { gt: last } },
          orderBy: { number: 'asc' },
          take: BATCH,
          select: { id: true, number: true, summary: true, createdAt: true },
        })
        return found.map(row => ({ number: row.number, createdAt: row.createdAt, summary: openSummary(key, row) }))
      })
      for (const { summary, createdAt } of rows) {
        if (summary)
          counted.push({ state: summary.state, language: summary.language, begunOn: dayInLosAngeles(createdAt), missing: summary.missing })
      }
      if (rows.length < BATCH) break
      last = rows.at(-1)?.number ?? last
    }
    return figuresOf(
      counted,
      dayInLosAngeles(new Date(now())),
      LANGUAGES.map(({ code }) => code),
    )
  }
  return {
    count,
    async take(actor) {
      requireAllowed(await onCase.organization(actor, 'count:export', oneself(actor), 'figures.exported', () => Promise.resolve(null)))
      return count(actor)
    },
  }
}

/** A condition for the cases that a member may count: all of the organization, the team's and their own, or only their own. */
function reached({ organizationId, teamId, memberId, role }: Actor): Prisma.CaseWhereInput {
  const scope = scopeOf(role, 'count:export')
  if (scope === null) throw new Error('not allowed to count cases')
  if (scope === 'organization') return { organizationId }
  const own = { assignments: { some: { memberId } } }
  return { organizationId, OR: scope === 'team' ? [{ teamId }, own] : [own] }
}
