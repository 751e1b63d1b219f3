import type Database from 'better-sqlite3'

/** Rows that somebody deletes for good: what an older copy still holds of them goes again. */
export const CARRIED = [
  'Organization',
  'Team',
  'Member',
  'Passkey',
  'RecoveryCode',
  'Draft',
  'Exhibit',
  'Case',
  'CaseAssignment',
  'CaseNote',
  'CaseComment',
  'Suggestion',
  'CaseView',
  'CalendarFeed',
] as const

/** Rows that let somebody in, once or for minutes: none of an older copy may do so again. */
export const ENDED = ['Session', 'StaffSession', 'PasskeyChallenge', 'Invitation', 'ShareCode'] as const

/** Rows that are taken as they stand in the copy: what belongs to the installation, notes without values, counters, marks of a case's words. */
export const LEFT = [
  'Installation',
  'AuditEvent',
  'RateLimit',
  'PurgeClock',
  'CaseRecord',
  'CaseMark',
  'CasePresence',
  '_prisma_migrations',
] as const

/** What an organization can no longer read of a case that was taken back, handed on or erased. */
const CASE_COLUMNS = ['grant', 'summary', 'about', 'stateMark', 'languageMark', 'missingMark', 'dueOn', 'changedAt', 'endedAt'] as const

/** What was deleted or taken back after a copy was made, and was done again to the copy. */
export interface Carried {
  readonly drafts: number
  readonly papers: number
  /** Cases that their organization may not read any more. */
  readonly cases: number
  /** Members whose access was taken away. */
  readonly members: number
  /** Claims that are still there, but whose phrase in the copy is an older one. */
  readonly olderPhrases: number
}

/** Ends every session, link and code of a copy. */
export function endSessions(copy: Database.Database): void {
  for (const table of ENDED) if (hasTable(copy, 'main', table)) copy.exec(`DELETE FROM main."${table}"`)
}

/**
 * Does to an older copy again what was deleted or taken back since. Only rows' ids are compared; nothing is opened.
 * @param copy in a transaction, with the newer database attached as `now`; either may be of an older release
 */
export function carryDeletions(copy: Database.Database): Carried {
  const before = counts(copy)
  const cases = carryEndedCases(copy)
  for (const table of CARRIED) {
    if (!hasTable(copy, 'main', table) || !hasTable(copy, 'now', table)) continue
    const same = keysOf(copy, table)
      .map(column => `newer."${column}" = main."${table}"."${column}"`)
      .join(' AND ')
    copy.exec(`DELETE FROM main."${table}" WHERE NOT EXISTS (SELECT 1 FROM now."${table}" AS newer WHERE ${same})`)
  }
  const members = hasTable(copy, 'main', 'Member') && hasTable(copy, 'now', 'Member') ? carryDisabled(copy) : 0
  const after = counts(copy)
  return {
    drafts: before.drafts - after.drafts,
    papers: before.papers - after.papers,
    cases: cases + before.cases - after.cases,
    members: members + before.members - after.members,
    olderPhrases: number(
      copy,
      'SELECT count(*) FROM main.Draft JOIN now.Draft AS newer USING (id) WHERE newer.lookup IS NOT main.Draft.lookup',
    ),
  }
}

/** Cases that ended since: their row becomes as empty as it is now, and what told of the claim beside it goes. */
function carryEndedCases(copy: Database.Database): number {
  if (!hasTable(copy, 'main', 'Case') || !hasTable(copy, 'now', 'Case')) return 0
  const known = (schema: 'main' | 'now') => new Set(columnsOf(copy, schema, 'Case').map(({ name }) => name))
  const [here, there] = [known('main'), known('now')]
  const columns = CASE_COLUMNS.filter(column => here.has(column) && there.has(column))
    .map(column => `"${column}"`)
    .join(', ')
  const ended = `SELECT newer.id FROM now."Case" AS newer JOIN main."Case" AS older USING (id) WHERE newer."grant" IS NULL AND (older."grant" IS NOT NULL OR older.stateMark <> newer.stateMark)`
  const ids = copy.prepare(ended).pluck().all() as string[]
  for (const id of ids) {
    copy.prepare(`UPDATE main."Case" SET (${columns}) = (SELECT ${columns} FROM now."Case" WHERE id = @id) WHERE id = @id`).run({ id })
    copy.prepare('DELETE FROM main.CaseMark WHERE caseId = ?').run(id)
  }
  return ids.length
}

/** Who may not come in any more comes in no more; whoever was let in again since waits for an owner. */
function carryDisabled(copy: Database.Database): number {
  return copy
    .prepare(
      'UPDATE main.Member SET disabledAt = (SELECT disabledAt FROM now.Member AS newer WHERE newer.id = main.Member.id) WHERE disabledAt IS NULL AND id IN (SELECT id FROM now.Member WHERE disabledAt IS NOT NULL)',
    )
    .run().changes
}

function counts(copy: Database.Database) {
  const of = (table: string) => (hasTable(copy, 'main', table) ? number(copy, `SELECT count(*) FROM main."${table}"`) : 0)
  return { drafts: of('Draft'), papers: of('Exhibit'), cases: of('Case'), members: of('Member') }
}

const number = (copy: Database.Database, sql: string) => copy.prepare(sql).pluck().get() as number
const hasTable = (copy: Database.Database, schema: 'main' | 'now', table: string) => columnsOf(copy, schema, table).length > 0
const columnsOf = (copy: Database.Database, schema: 'main' | 'now', table: string) =>
  copy.pragma(`${schema}.table_info("${table}")`) as { name: string; pk: number }[]
const keysOf = (copy: Database.Database, table: string) =>
  columnsOf(copy, 'main', table)
    .filter(({ pk }) => pk > 0)
    .map(({ name }) => name)
