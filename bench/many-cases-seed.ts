import Database from 'better-sqlite3'
import { withClient } from '#app/data/engine/postgres-client.server.ts'
import { CASES_OF_A_MEMBER, LINES_OF_A_CASE, MEMBERS_OF_A_TEAM } from './many-cases-office.ts'

/** Fills a database up with cases of other organizations, which no measured page opens. */
export interface Filler {
  /** Adds `cases` more cases, spread among `organizations` new organizations. */
  readonly fill: (cases: number, organizations: number) => Promise<void>
  /** Bytes of the database. */
  readonly size: () => Promise<number>
}

/** How many keyed hashes of an organization many of its cases share, as names share their beginnings, and how many hardly any do. */
const MARKS_SHARED = 5_000
const MARKS_OF_FEW = 5_000_000
/** One case in so many has nothing due. */
const UNDATED_EVERY = 10
const DAYS_DUE = 2_000
/** Multiplier that scatters counted numbers as random ids are scattered; it is odd, so that no two ids are the same. */
const SCATTER = 2_654_435_761
const HEX_8 = 2 ** 32

/** The expressions that differ between the two kinds of SQL. */
interface Dialect {
  /** A query beginning that has a table `n(i)` counting from 1 to `last`. */
  readonly counting: (last: number) => string
  /** Hexadecimal digits of a whole number below 2^32. */
  readonly hex: (number: string, digits: number) => string
  readonly randomBelow: (bound: number) => string
  /** So many random bytes; sealed data looks random, and cannot be compressed. */
  readonly bytes: (length: number) => string
  readonly dayAfter: (days: string) => string
  readonly moment: (value: Date) => string
}

/** The value of a column as a driver gives it. */
type Cell = string | number | boolean | Date | Buffer | null

/** A database that takes SQL and gives rows. */
interface Connection {
  readonly rows: (sql: string) => Promise<readonly Readonly<Record<string, Cell>>[]>
  readonly run: (sql: string) => Promise<void>
  /** Indexes of a table that are no part of it, by name, with the SQL that makes them. */
  readonly indexes: (table: string) => Promise<readonly { readonly name: string; readonly sql: string }[]>
}

/**
 * Fills a database with rows made after a real one of each table: as many bytes in each sealed column, random ones; ids as long and as
 * scattered; as many keyed hashes. Members, teams, assignments and lines of the record are there in the measure of a real office.
 */
async function fill(connection: Connection, dialect: Dialect, cases: number, organizations: number): Promise<void> {
  const { hex, randomBelow, dayAfter } = dialect
  const id = (kind: number, number: string) =>
    `${hex(`((${number}) * ${SCATTER}) % ${HEX_8}`, 8)} || '-000${kind}-4000-8000-0000' || ${hex(number, 8)}`
  const [organization, team, member, draft, theCase] = [1, 2, 3, 4, 5].map(kind => (number: string) => id(kind, number)) as [
    Id,
    Id,
    Id,
    Id,
    Id,
  ]
  // The case i belongs to the organization i % organizations + 1, and there to the member and the team that its place falls to.
  const teams = Math.max(1, Math.ceil(cases / organizations / CASES_OF_A_MEMBER / MEMBERS_OF_A_TEAM))
  const members = teams * MEMBERS_OF_A_TEAM
  const place = `(i / ${organizations})`
  const ownerOf = (number: string) => `((${number}) % ${organizations} + 1)`
  const memberOf = (number: string) => `(((${number}) % ${organizations}) * ${members} + ((${number}) / ${organizations}) % ${members} + 1)`
  const teamOf = (number: string) =>
    `(((${number}) % ${organizations}) * ${teams} + (((${number}) / ${organizations}) % ${members}) / ${MEMBERS_OF_A_TEAM} + 1)`
  const mark = (number: string, kinds: number) =>
    `${hex(`((${ownerOf('i')} * ${kinds} + ${number}) * ${SCATTER}) % ${HEX_8}`, 8)} || '00000000'`

  const [{ marks = 0 } = {}] = await connection.rows(
    'SELECT COUNT(*) AS marks FROM "CaseMark" WHERE "caseId" = (SELECT "caseId" FROM "CaseMark" LIMIT 1)',
  )
  const likeReal = async (table: string, last: number, own: Readonly<Record<string, string>>) => {
    const [real = {}] = await connection.rows(`SELECT * FROM "${table}" LIMIT 1`)
    const values = Object.entries(real).map(([column, value]) => [column, own[column] ?? literal(dialect, value)] as const)
    await connection.run(
      `INSERT INTO "${table}" (${values.map(([column]) => `"${column}"`).join(', ')}) ${dialect.counting(last)} SELECT ${values.map(([, sql]) => sql).join(', ')} FROM n`,
    )
  }

  await likeReal('Organization', organizations, { id: organization('i'), caseCount: String(Math.ceil(cases / organizations)) })
  await likeReal('Team', organizations * teams, { id: team('i'), organizationId: organization(`(i - 1) / ${teams} + 1`) })
  await likeReal('Member', organizations * members, {
    id: member('i'),
    organizationId: organization(`(i - 1) / ${members} + 1`),
    teamId: team(`(i - 1) / ${MEMBERS_OF_A_TEAM} + 1`),
    role: "'caseworker'",
    // As long as the HMAC that it stands for.
    lookup: `${member('i')} || '${'0'.repeat(28)}'`,
  })
  await likeReal('Draft', cases, { id: draft('i') })
  await withoutIndexes(connection, 'Case', () =>
    likeReal('Case', cases, {
      id: theCase('i'),
      organizationId: organization(ownerOf('i')),
      number: `${place} + 1`,
      teamId: team(teamOf('i')),
      draftId: draft('i'),
      stateMark: mark('i % 9', 100),
      languageMark: mark('10 + i % 14', 100),
      missingMark: mark('30 + i % 2', 100),
      dueOn: `CASE WHEN i % ${UNDATED_EVERY} = 0 THEN NULL ELSE ${dayAfter(`(i * 7919) % ${DAYS_DUE}`)} END`,
    }),
  )
  await withoutIndexes(connection, 'CaseAssignment', () =>
    likeReal('CaseAssignment', cases, { caseId: theCase('i'), memberId: member(memberOf('i')) }),
  )
  await withoutIndexes(connection, 'CaseMark', () =>
    connection.run(
      `INSERT INTO "CaseMark" ("mark", "caseId") SELECT * FROM (${dialect.counting(cases)} SELECT CASE WHEN j.j % 2 = 0 THEN ${mark(randomBelow(MARKS_SHARED), MARKS_SHARED)} ELSE ${mark(randomBelow(MARKS_OF_FEW), MARKS_OF_FEW)} END, ${theCase('i')} FROM n, (${dialect.counting(Number(marks))} SELECT i AS j FROM n) j) made WHERE TRUE ORDER BY 1 ON CONFLICT DO NOTHING`,
    ),
  )
  // Line i is one of the case i % cases + 1; the lines of an organization count up without a gap, or nearly.
  const told = `(i % ${cases} + 1)`
  await withoutIndexes(connection, 'CaseRecord', () =>
    likeReal('CaseRecord', cases * LINES_OF_A_CASE, {
      organizationId: organization(ownerOf(told)),
      place: `i / ${cases} * ${Math.floor(cases / organizations) + 1} + ${told} / ${organizations} + 1`,
      memberId: member(memberOf(told)),
      kind: "CASE i % 3 WHEN 0 THEN 'case.saved' ELSE 'case.read' END",
      caseId: theCase(told),
    }),
  )
}

type Id = (number: string) => string

/** A value of a real row as SQL: what is sealed becomes as many random bytes. */
function literal({ bytes, moment }: Dialect, value: Cell): string {
  if (value === null) return 'NULL'
  if (Buffer.isBuffer(value)) return bytes(value.length)
  if (value instanceof Date) return moment(value)
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : `'${String(value).replaceAll("'", "''")}'`
}

/** Writes the rows first and makes the indexes afterwards, each with one sort. */
async function withoutIndexes(connection: Connection, table: string, write: () => Promise<void>): Promise<void> {
  const indexes = await connection.indexes(table)
  for (const { name } of indexes) await connection.run(`DROP INDEX "${name}"`)
  await write()
  for (const { sql } of indexes) await connection.run(sql)
}

const SQLITE: Dialect = {
  counting: last => `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${last})`,
  hex: (number, digits) => `printf('%0${digits}x', ${number})`,
  randomBelow: bound => `(abs(random()) % ${bound})`,
  bytes: length => `randomblob(${length})`,
  dayAfter: days => `date('2024-01-01', (${days}) || ' days')`,
  moment: value => `'${value.toISOString()}'`,
}

/** @param file of the database, which the store has open, too */
export function sqliteFiller(file: string): Filler {
  return {
    async fill(cases, organizations) {
      const database = new Database(file, { timeout: 60_000 })
      try {
        database.exec('PRAGMA synchronous = OFF; PRAGMA cache_size = -2000000; PRAGMA foreign_keys = OFF; PRAGMA journal_mode = WAL')
        const connection: Connection = {
          rows: sql => Promise.resolve(database.prepare<[], Record<string, Cell>>(sql).all()),
          run: sql => Promise.resolve(void database.exec(sql)),
          indexes: table =>
            Promise.resolve(
              database
                .prepare<[string], { name: string; sql: string }>(
                  "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND sql NOT LIKE '%UNIQUE%' AND tbl_name = ?",
                )
                .all(table),
            ),
        }
        await fill(connection, SQLITE, cases, organizations)
        database.pragma('wal_checkpoint(TRUNCATE)')
      } finally {
        database.close()
      }
    },
    size() {
      const database = new Database(file, { readonly: true })
      try {
        return Promise.resolve(
          Number(database.pragma('page_count', { simple: true })) * Number(database.pragma('page_size', { simple: true })),
        )
      } finally {
        database.close()
      }
    },
  }
}

/** Blocks of 64 random bytes in the pool from which every sealed column takes its bytes, each from another place. */
const POOL_BLOCKS = 16_384
const POOL_BYTES = POOL_BLOCKS * 64

const POSTGRES: Dialect = {
  counting: last => `WITH n AS MATERIALIZED (SELECT generate_series(1, ${last})::bigint AS i)`,
  hex: (number, digits) => `lpad(to_hex((${number})::bigint), ${digits}, '0')`,
  randomBelow: bound => `floor(random() * ${bound})::bigint`,
  bytes: length => `substring((SELECT bytes FROM random_bytes) FROM 1 + floor(random() * ${POOL_BYTES - length})::int FOR ${length})`,
  dayAfter: days => `(date '2024-01-01' + (${days})::int)::text`,
  moment: value => `'${value.toISOString()}'::timestamp`,
}

/** @param url of the database, which the store has open, too */
export function postgresFiller(url: string): Filler {
  return {
    fill: (cases, organizations) =>
      withClient(url, async client => {
        const run = async (sql: string) => void (await client.query(sql))
        for (const setting of [
          'synchronous_commit = off',
          "session_replication_role = 'replica'",
          "maintenance_work_mem = '1GB'",
          "work_mem = '512MB'",
        ])
          await run(`SET ${setting}`)
        await run(
          `CREATE TEMPORARY TABLE random_bytes AS SELECT string_agg(sha512((random()::text || g)::bytea), ''::bytea) AS bytes FROM generate_series(1, ${POOL_BLOCKS}) g`,
        )
        const connection: Connection = {
          rows: async sql => (await client.query<Record<string, Cell>>(sql)).rows,
          run,
          indexes: async table =>
            (
              await client.query<{ name: string; sql: string }>(
                "SELECT indexname AS name, indexdef AS sql FROM pg_indexes WHERE schemaname = 'public' AND tablename = $1 AND indexdef NOT LIKE '%UNIQUE%'",
                [table],
              )
            ).rows,
        }
        await fill(connection, POSTGRES, cases, organizations)
        // The server does this by itself after a while.
        await run('VACUUM ANALYZE')
      }),
    size: () =>
      withClient(url, async client =>
        Number((await client.query<{ size: string }>('SELECT pg_database_size(current_database()) AS size')).rows[0]?.size),
      ),
  }
}
