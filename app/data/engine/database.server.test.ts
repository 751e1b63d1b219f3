import { expect, test } from 'vitest'
import { makeTestDatabase } from '../testing/draft-fixture.ts'
import { statementsOf } from '../testing/statements-fixture.ts'
import { postgresPlace } from './postgres.server.ts'
import { sqlitePlace } from './sqlite.server.ts'

test('what is read stands in the database for good: a transaction that fails afterwards has shown nothing', async () => {
  const { settings, remove } = await makeTestDatabase({ migrated: true })
  const { transact, read, close } = (
    settings.databaseUrl ? postgresPlace(settings.databaseUrl) : sqlitePlace(settings.dataDirectory)
  ).open()
  const where = { key: 'counted' }
  const find = () => read(({ rateLimit }) => rateLimit.findUnique({ where }))
  let reading: ReturnType<typeof find> | undefined
  const failing = transact(async ({ rateLimit }) => {
    await rateLimit.create({ data: { ...where, points: 1, expire: null } })
    reading = find()
    // A statement that does not wait for the transaction would have run by now.
    for (let turn = 0; turn < 5; turn += 1) expect(await rateLimit.findUnique({ where })).toMatchObject({ points: 1 })
    throw new Error('undone')
  })
  await expect(failing).rejects.toThrow('undone')
  expect(await reading).toBeNull()
  await transact(({ rateLimit }) => rateLimit.create({ data: { ...where, points: 2, expire: null } }))
  expect(await find()).toMatchObject({ points: 2 })
  const asked = await statementsOf(find)
  expect([asked.transactions, asked.statements.length]).toEqual([0, 1])
  await close()
  await remove()
})
