import { chmodSync, copyFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makeTestDatabase, TEST_SERVER, type TestDatabase } from './testing/draft-fixture.ts'
import { openStore } from './store.server.ts'

let database: TestDatabase
const settings = () => database.settings

beforeEach(async () => {
  database = await makeTestDatabase()
})
afterEach(() => database.remove())

describe('the data folder', () => {
  test('is made on first start, is its owner’s alone, and opens again with the same keys', async () => {
    const first = await openStore(settings())
    const key = first.keyFor('cookie')
    await first.checkHealth()
    await first.close()
    expect(statSync(settings().keyFile).mode & 0o777).toBe(0o600)
    expect(statSync(settings().dataDirectory).mode & 0o777).toBe(0o700)
    if (TEST_SERVER === null) expect(statSync(path.join(settings().dataDirectory, 'claims.sqlite')).mode & 0o777).toBe(0o600)

    const second = await openStore(settings())
    expect(second.keyFor('cookie')).toEqual(key)
    expect(second.keyFor('other purpose')).not.toEqual(key)
    await second.close()
  })

  test.runIf(TEST_SERVER === null)('is not healthy once its database is gone or another stands in its place', async () => {
    const store = await openStore(settings())
    const file = path.join(settings().dataDirectory, 'claims.sqlite')
    await store.checkHealth()
    renameSync(file, `${file}.away`)
    await expect(store.checkHealth()).rejects.toThrow()
    copyFileSync(`${file}.away`, file)
    await expect(store.checkHealth()).rejects.toThrow(/another file/)
    renameSync(`${file}.away`, file)
    await store.checkHealth()
    await store.close()
  })

  test('does not open when the key is missing beside a database, and makes no new key', async () => {
    await (await openStore(settings())).close()
    rmSync(settings().keyFile)
    await expect(openStore(settings())).rejects.toThrow(/key file .* is missing.*backup/)
    expect(() => statSync(settings().keyFile)).toThrow()
  })

  test('does not open with the key of another database', async () => {
    await (await openStore(settings())).close()
    writeFileSync(settings().keyFile, Buffer.alloc(32, 7).toString('base64'), { mode: 0o600 })
    await expect(openStore(settings())).rejects.toThrow(/belongs to another database/)
  })

  test('does not open with a damaged key file or one that others can read', async () => {
    await (await openStore(settings())).close()
    chmodSync(settings().keyFile, 0o644)
    await expect(openStore(settings())).rejects.toThrow(/chmod 600/)
    chmodSync(settings().keyFile, 0o600)
    writeFileSync(settings().keyFile, 'short')
    await expect(openStore(settings())).rejects.toThrow(/damaged/)
  })

  test('does not open for training when it is for claims, nor for claims when it is for training', async () => {
    await (await openStore(settings())).close()
    await expect(openStore({ ...settings(), purpose: 'training' })).rejects.toThrow(/holds claims, not training data.*TRAINING_DATA_DIR/)
    const { settings: other, remove } = await makeTestDatabase()
    await (await openStore({ ...other, purpose: 'training' })).close()
    await expect(openStore(other)).rejects.toThrow(/holds training data, not claims.*DATA_DIR/)
    await (await openStore({ ...other, purpose: 'training' })).close()
    await remove()
  })

  test('does not open for training when only its stated purpose was changed', async () => {
    await (await openStore(settings())).close()
    await database.rows(`UPDATE "Installation" SET purpose = 'training'`)
    await expect(openStore({ ...settings(), purpose: 'training' })).rejects.toThrow(/belongs to another database/)
  })

  test('lets a training server delete named drafts, but not a server for claims', async () => {
    const training = await openStore({ ...settings(), purpose: 'training' })
    const begin = () => training.drafts.create({ answers: {}, language: 'en' })
    const [one, two, three] = [await begin(), await begin(), await begin()]
    await training.deletePractice?.([one.draftId, two.draftId, 'no such draft'])
    const left = await Promise.all([one, two, three].map(({ session }) => training.drafts.find(session)))
    expect(left.map(draft => draft?.draftId)).toEqual([undefined, undefined, three.draftId])
    await training.close()
    const other = await makeTestDatabase()
    const claims = await openStore(other.settings)
    expect(claims.deletePractice).toBeNull()
    await claims.close()
    await other.remove()
  })

  test('does not open when an applied migration has changed since', async () => {
    await (await openStore(settings())).close()
    await database.rows("UPDATE _prisma_migrations SET checksum = 'other'")
    await expect(openStore(settings())).rejects.toThrow(/has changed since it was applied/)
  })
})
