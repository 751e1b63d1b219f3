import type Database from 'better-sqlite3'

/** Tables whose rows people delete for good. A row that was deleted since the copy was made is deleted from the copy, too. */
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

/** Tables whose rows let a person in, once or for minutes. A restored copy keeps none of them. */
export const ENDED = ['Session', 'StaffSession', 'PasskeyChallenge', 'Invitation', 'ShareCode'] as const

/**
 * Tables whose rows stay as they are in the copy: those of the installation, notes and records without values, counters, blind indexes.
 * The blind indexes of a case that ended since are the exception: {@link carryDeletions} deletes them.
 */
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

/** Columns that are emptied when an organization can no longer read a case, because it was taken back, handed on or erased. */
const CASE_COLUMNS = ['grant', 'summary', 'about', 'stateMark', 'languageMark', 'missingMark', 'dueOn', 'changedAt', 'endedAt'] as const

/** Counts of what was deleted or taken back after a copy was made, and has now been deleted from the copy. */
export interface Carried {
  readonly drafts: number
  readonly papers: number
  /** Cases that their organization may no longer read. */
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
 * Repeats in an older copy the deletions and withdrawals that came after it. It compares the ids of rows and opens nothing.
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

/** Empties the rows of cases that ended since, as they are empty now, and deletes the blind indexes that told of the claim. */
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

/**
 * Disables members who have been disabled since. A member who has got access back since then stays without it until an owner gives it
 * again.
 */
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
