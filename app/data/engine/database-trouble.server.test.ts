import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { freePort } from '#scripts/testing/free-port.ts'
import { databaseTrouble, isDatabaseOut } from '#app/database-trouble.server.ts'
import type { OpenDatabase } from './database.server.ts'
import { makeTestDatabase, openFixture, TEST_SERVER } from '../testing/draft-fixture.ts'
import { postgresPlace } from './postgres.server.ts'
import { sqlitePlace } from './sqlite.server.ts'

const WORDS = 'what somebody typed'

/** The error of work that has to fail. */
const failureOf = (work: () => Promise<unknown>): Promise<unknown> =>
  work().then(
    () => expect.unreachable('it did not fail'),
    (error: unknown) => error,
  )

/** The sentence for a database's error. It repeats nothing that the error says. */
async function troubleIn(work: () => Promise<unknown>): Promise<string | null> {
  const error = await failureOf(work)
  const sentence = databaseTrouble(error)
  // A query that the program wrote wrongly has no sentence of its own.
  expect(isDatabaseOut(error)).toBe(!sentence?.includes('no sentence here'))
  expect(sentence).not.toMatch(/invocation|prisma\.|typed|127\.0\.0\.1/)
  return sentence
}

async function withDatabase(work: (database: OpenDatabase) => Promise<void>): Promise<void> {
  const { settings, remove } = await makeTestDatabase({ migrated: true })
  const place = settings.databaseUrl ? postgresPlace(settings.databaseUrl) : sqlitePlace(settings.dataDirectory)
  const database = place.open()
  await work(database)
  await database.close()
  await remove()
}

test('a fault of the program is no trouble of the database, and an invalid query shows no words', async () => {
  expect(databaseTrouble(new Error(WORDS))).toBeNull()
  expect(databaseTrouble(WORDS)).toBeNull()
  expect(isDatabaseOut(new Error(WORDS))).toBe(false)
  expect(databaseTrouble(Object.assign(new Error('listen EACCES'), { code: 'EACCES', syscall: 'listen' }))).toBeNull()
  await withDatabase(async ({ transact }) => {
    const wrong = { id: WORDS, expiresAt: WORDS } as unknown as { id: string; expiresAt: Date }
    expect(
      await troubleIn(() => transact(({ shareCode }) => shareCode.create({ data: { ...wrong, organizationId: WORDS, memberId: WORDS } }))),
    ).toMatch(/^The database gave an error that has no sentence here: PrismaClientValidationError\./)
  })
})

test.runIf(TEST_SERVER === null)('a full disk and a held lock of SQLite are told apart', async () => {
  const { settings, end } = await openFixture()
  const database = sqlitePlace(settings.dataDirectory).open()
  await database.checkPlace()
  const fill = () =>
    database.transact(({ rateLimit }) => rateLimit.createMany({ data: [{ key: WORDS.repeat(100_000), points: 1, expire: null }] }))
  const limit = (pages: number) => database.transact(transaction => transaction.$queryRawUnsafe(`PRAGMA max_page_count = ${pages}`))
  await limit(1)
  expect(await troubleIn(fill)).toMatch(/^The disk of the database is full/)
  await expect(database.checkPlace()).rejects.toThrow('no room for a save')
  await limit(1_000_000)
  await database.checkPlace()
  await fill()
  await database.close()

  const [holder, other] = [0, 1].map(() => new Database(`${settings.dataDirectory}/claims.sqlite`, { timeout: 0 }))
  holder!.exec('BEGIN IMMEDIATE')
  expect(await troubleIn(() => new Promise(resolve => resolve(other!.exec('BEGIN IMMEDIATE'))))).toMatch(/held by another process/)
  holder!.close()
  other!.close()
  await end()
})

test.runIf(TEST_SERVER !== null)('a PostgreSQL server that is full, damaged, misconfigured or unreachable is told apart', async () => {
  await withDatabase(async ({ transact }) => {
    const failWith = (code: string) =>
      troubleIn(() =>
        transact(transaction => transaction.$executeRawUnsafe(`DO $$ BEGIN RAISE EXCEPTION '${WORDS}' USING ERRCODE = '${code}'; END $$`)),
      )
    expect(await failWith('53100')).toMatch(/^The disk of the database is full/)
    expect(await failWith('XX001')).toMatch(/^The database is damaged/)
    expect(await failWith('42501')).toMatch(/does not let the user in DATABASE_URL change/)
    expect(await failWith('25006')).toMatch(/read-only copy/)
    expect(await failWith('55P03')).toMatch(/held by another process/)
    expect(await failWith('53300')).toMatch(/no free connection/)
    expect(await failWith('57P01')).toMatch(/cannot be reached/)
    expect(await failWith('22012')).toMatch(/no sentence here: 22012, postgres, P2010\./)
  })
  const elsewhere = new URL(TEST_SERVER ?? '')
  elsewhere.pathname = '/nowhere'
  expect(await troubleIn(() => postgresPlace(elsewhere.href).exists())).toMatch(/name of the database in DATABASE_URL/)
  expect(
    await troubleIn(() =>
      postgresPlace(elsewhere.href)
        .open()
        .transact(({ session }) => session.count()),
    ),
  ).toMatch(/name of the database/)
  elsewhere.port = String(await freePort())
  expect(await troubleIn(() => postgresPlace(elsewhere.href).exists())).toMatch(/cannot be reached/)
  expect(
    await troubleIn(() =>
      postgresPlace(elsewhere.href)
        .open()
        .transact(({ session }) => session.count()),
    ),
  ).toMatch(/cannot be reached/)
})
