import type { CaseSummary } from '#machines/casework/case-summary.ts'
import { digitsAlone, matcherFor, wordsOf } from '#machines/casework/search-words.ts'
import { alikeGroups, type CaseAbout, isOfPhone, openAbout, openSummary, phoneIndexes, wordGroups } from '#app/data/drafts/index.server.ts'
import { ROW_SELECT, type ListedCase } from './caseload-rows.server.ts'
import type { Transaction } from '#app/data/engine/index.server.ts'
import type { Prisma } from '../generated/sqlite/client.ts'
import type { OrganizationKey } from '#app/data/organizations/index.server.ts'

/** How many candidates are opened: first a few, which is enough where most fit, then as many as one search may cost. */
const PORTIONS = [100, 1_000] as const
/** Fewer candidates of other spellings are opened, because many names that the member did not look for sound alike. */
const PORTIONS_ALIKE = [100, 400] as const
/** Most words of a search that are used. */
const MOST_WORDS = 6

/** The results of a search, best first. */
export interface Found {
  readonly rows: readonly ListedCase[]
  /** Whether there may be more results, which a longer search text would show. */
  readonly more: boolean
}

/** Most candidates that are named one by one. For blind indexes of more cases, the database asks each case, the newest first. */
const MOST_NAMED = 300

/** One way to search: groups of blind indexes, of each of which a case has one, and how well the opened case fits (0: not at all). */
interface Way {
  readonly groups: readonly (readonly string[])[]
  /** Condition of a way that needs no blind indexes. */
  readonly where?: Prisma.CaseWhereInput
  readonly portions: readonly number[]
  readonly fit: (row: ListedCase, summary: CaseSummary | null, about: CaseAbout) => number
}

/**
 * Conditions of what the member may see and of the list's filters: for a look through all cases in order, and for one at a few named cases.
 */
export interface Allowed {
  readonly all: readonly Prisma.CaseWhereInput[]
  readonly named: readonly Prisma.CaseWhereInput[]
}

/** Finds cases by typed text. Marks give candidates; the candidates are opened, and only those that really fit are returned. */
export async function searchCases(
  transaction: Transaction,
  key: OrganizationKey,
  allowed: Allowed,
  search: string,
  limit: number,
): Promise<Found> {
  const found = new Map<string, { readonly row: ListedCase; readonly fit: number }>()
  let more = false
  for (const way of waysOf(key, search)) {
    if (found.size > limit) break
    const candidates = way.where ? { where: way.where, named: false } : await candidatesOf(transaction, way.groups)
    if (!candidates) continue
    const within = candidates.named ? allowed.named : allowed.all
    let skip = 0
    for (const take of way.portions) {
      const rows = await transaction.case.findMany({
        where: { AND: [...within, candidates.where] },
        orderBy: [{ changedAt: 'desc' }, { number: 'desc' }],
        skip,
        take,
        select: ROW_SELECT,
      })
      for (const row of rows) {
        const fit = found.has(row.id) ? 0 : way.fit(row, openSummary(key, row), openAbout(key, row))
        if (fit > 0) found.set(row.id, { row, fit })
      }
      skip += rows.length
      const last = rows.length < take
      more ||= !last && (found.size > limit || take === way.portions.at(-1))
      if (last || found.size > limit) break
    }
  }
  const best = [...found.values()].sort((one, other) => other.fit - one.fit).map(({ row }) => row)
  return { rows: best.slice(0, limit), more: more || best.length > limit }
}

function waysOf(key: OrganizationKey, search: string): Way[] {
  const digits = digitsAlone(search)
  const typed = [...new Set(wordsOf(search))].slice(0, MOST_WORDS)
  return [...(digits === '' ? [] : numberWays(key, digits)), ...wordWays(key, typed)]
}

function numberWays(key: OrganizationKey, digits: string): Way[] {
  const marks = phoneIndexes(key, digits)
  const number = digits.length <= 9 ? Number(digits) : 0
  return [
    ...(number > 0 ? [{ groups: [], where: { number }, portions: PORTIONS, fit: () => 4 }] : []),
    ...(marks.length > 0
      ? [
          {
            groups: [marks],
            portions: PORTIONS,
            fit: (_row: ListedCase, summary: CaseSummary | null) => (summary?.phones.some(phone => isOfPhone(digits, phone)) ? 3 : 0),
          },
        ]
      : []),
  ]
}

/**
 * Looks for the words as typed first, so that a frequent name is found without opening all that sound like it; then for other spellings.
 */
function wordWays(key: OrganizationKey, typed: readonly string[]): Way[] {
  if (typed.length === 0) return []
  const match = matcherFor(typed)
  const fit: Way['fit'] = (_row, summary, { label }) => match([...(summary?.names ?? []), label].flatMap(wordsOf))
  return [
    { groups: typed.flatMap(word => wordGroups(key, word)), portions: PORTIONS, fit },
    { groups: typed.flatMap(word => alikeGroups(key, word)), portions: PORTIONS_ALIKE, fit },
  ]
}

/**
 * A condition for the cases that have a blind index of each group; `null` where there can be none. The rarest group leads: where few cases have
 * it, the database goes to these cases, and asks for the other groups of them alone.
 */
async function candidatesOf(
  { caseMark }: Transaction,
  groups: Way['groups'],
): Promise<{ readonly where: Prisma.CaseWhereInput; readonly named: boolean } | null> {
  const counts = await caseMark.groupBy({ by: ['mark'], where: { mark: { in: groups.flat() } }, _count: true })
  const countOf = (group: readonly string[]) =>
    counts.filter(({ mark }) => group.includes(mark)).reduce((sum, { _count }) => sum + _count, 0)
  const [rarest, ...others] = [...groups].sort((one, other) => countOf(one) - countOf(other))
  if (!rarest || countOf(rarest) === 0) return null
  const rest = others.map(withOneOf)
  if (countOf(rarest) > MOST_NAMED) return { where: { AND: [withOneOf(rarest), ...rest] }, named: false }
  const named = await caseMark.findMany({ where: { mark: { in: [...rarest] } }, select: { caseId: true } })
  return { where: { id: { in: [...new Set(named.map(({ caseId }) => caseId))] }, AND: rest }, named: true }
}

const withOneOf = (marks: readonly string[]): Prisma.CaseWhereInput => ({ marks: { some: { mark: { in: [...marks] } } } })
