import { nextDue, summarize, type CaseSummary } from '#machines/casework/case-summary.ts'
import { dayInLosAngeles } from '#app/clock.server.ts'
import { openGrant, type Grant } from './case-grant.server.ts'
import { filterIndexes, type CaseAbout } from './blind-index.server.ts'
import {
  type Cell,
  type CaseworkContext,
  getOrganizationKey,
  openCell,
  type OrganizationKey,
  sealCell,
} from '#app/data/organizations/index.server.ts'
import type { Transaction } from '#app/data/engine/index.server.ts'
import { openContent, type SealedColumns } from './draft-seals.server.ts'
import type { Case, Draft } from '../generated/sqlite/client.ts'
import { searchIndexes } from './search-indexes.server.ts'

const summaryCell = (row: string): Cell => ({ table: 'Case', row, column: 'summary' })
const aboutCell = (row: string): Cell => ({ table: 'Case', row, column: 'about' })

export const sealAbout = (key: OrganizationKey, caseId: string, about: CaseAbout) => sealCell(key, aboutCell(caseId), JSON.stringify(about))
export const openAbout = (key: OrganizationKey, { id, about }: Pick<Case, 'id' | 'about'>) =>
  JSON.parse(openCell(key, aboutCell(id), about)) as CaseAbout

/** Opens the summary of a case for lists; `null` where its claim was taken back. */
export const openSummary = (key: OrganizationKey, { id, summary }: Pick<Case, 'id' | 'summary'>) =>
  summary === null ? null : (JSON.parse(openCell(key, summaryCell(id), summary)) as CaseSummary)

/** The columns of a case that are derived from its claim. */
export function summaryColumns(key: OrganizationKey, caseId: string, summary: CaseSummary) {
  return {
    summary: sealCell(key, summaryCell(caseId), JSON.stringify(summary)),
    ...filterIndexes(key, summary),
    dueOn: nextDue(summary)?.day ?? null,
  }
}

/** Sums up the claim of a case, as far as it was shared. */
export function summaryOf(grant: Grant, columns: SealedColumns, now: number): CaseSummary {
  const { answers, status, language } = openContent(grant.keys, columns)
  return summarize({ answers, status, language, storyShared: grant.keys.parts.story !== null }, dayInLosAngeles(new Date(now)))
}

/** Writes the blind indexes by which a search finds a case, in place of those before. */
export async function writeSearchIndexes(
  { caseMark }: Transaction,
  key: OrganizationKey,
  caseId: string,
  summary: CaseSummary | null,
  about: CaseAbout,
): Promise<void> {
  const wanted = new Set(searchIndexes(key, summary, about))
  const there = new Set((await caseMark.findMany({ where: { caseId }, select: { mark: true } })).map(({ mark }) => mark))
  const gone = [...there].filter(mark => !wanted.has(mark))
  const fresh = [...wanted].filter(mark => !there.has(mark))
  if (gone.length > 0) await caseMark.deleteMany({ where: { caseId, mark: { in: gone } } })
  if (fresh.length > 0) await caseMark.createMany({ data: fresh.map(mark => ({ mark, caseId })) })
}

/** Updates the summaries of a claim's cases to the claim as it is now, in the transaction that changed it. */
export async function refreshCases(
  context: CaseworkContext,
  transaction: Transaction,
  { id: draftId, everShared }: Pick<Draft, 'id' | 'everShared'>,
): Promise<void> {
  if (!everShared) return
  const cases = await transaction.case.findMany({ where: { draftId, grant: { not: null } } })
  if (cases.length === 0) return
  const draft = await transaction.draft.findUniqueOrThrow({ where: { id: draftId } })
  for (const row of cases) {
    const key = await getOrganizationKey(context, transaction, row.organizationId)
    const grant = openGrant(key, row)
    if (!grant) continue
    const summary = summaryOf(grant, draft, context.now())
    await transaction.case.update({
      where: { id: row.id },
      data: { ...summaryColumns(key, row.id, summary), changedAt: new Date(context.now()) },
      select: { id: true },
    })
    await writeSearchIndexes(transaction, key, row.id, summary, openAbout(key, row))
  }
}
