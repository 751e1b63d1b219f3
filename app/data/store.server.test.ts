import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openStore } from './store.server.ts'

let folder: string
const settings = () => ({ dataDirectory: path.join(folder, 'data'), keyFile: path.join(folder, 'data', 'master.key') })

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'store-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('the data folder', () => {
  test('is made on first start, for its owner alone, and opens again with the same keys', async () => {
    const first = await openStore(settings())
    const key = first.keyFor('cookie')
    await first.checkHealth()
    await first.close()
    expect(statSync(settings().keyFile).mode & 0o777).toBe(0o600)
    expect(statSync(settings().dataDirectory).mode & 0o777).toBe(0o700)
    expect(statSync(path.join(settings().dataDirectory, 'claims.sqlite')).mode & 0o777).toBe(0o600)

    const second = await openStore(settings())
    expect(second.keyFor('cookie')).toEqual(key)
    expect(second.keyFor('other purpose')).not.toEqual(key)
    await second.close()
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

  test('does not open for training when it is for claims, nor the other way round', async () => {
    await (await openStore(settings())).close()
    await expect(openStore({ ...settings(), purpose: 'training' })).rejects.toThrow(/holds claims, not training data.*TRAINING_DATA_DIR/)
    const other = { dataDirectory: path.join(folder, 'other'), keyFile: path.join(folder, 'other', 'master.key') }
    await (await openStore({ ...other, purpose: 'training' })).close()
    await expect(openStore(other)).rejects.toThrow(/holds training data, not claims.*DATA_DIR/)
    await (await openStore({ ...other, purpose: 'training' })).close()
  })

  test('does not open for training when only the name of its purpose was changed', async () => {
    await (await openStore(settings())).close()
    const database = new Database(path.join(settings().dataDirectory, 'claims.sqlite'))
    database.exec("UPDATE Installation SET purpose = 'training'")
    database.close()
    await expect(openStore({ ...settings(), purpose: 'training' })).rejects.toThrow(/belongs to another database/)
  })

  test('deletes all drafts in training, and offers nothing of the kind for claims', async () => {
    const training = await openStore({ ...settings(), purpose: 'training' })
    const { session } = await training.drafts.create({ answers: {}, language: 'en' })
    expect(await training.drafts.find(session)).not.toBeNull()
    await training.deleteAllDrafts?.()
    expect(await training.drafts.find(session)).toBeNull()
    await training.close()
    const other = { dataDirectory: path.join(folder, 'other'), keyFile: path.join(folder, 'other', 'master.key') }
    const claims = await openStore(other)
    expect(claims.deleteAllDrafts).toBeNull()
    await claims.close()
  })

  test('does not open when an applied migration has changed since', async () => {
    await (await openStore(settings())).close()
    const database = new Database(path.join(settings().dataDirectory, 'claims.sqlite'))
    database.exec("UPDATE _prisma_migrations SET checksum = 'other'")
    database.close()
    await expect(openStore(settings())).rejects.toThrow(/has changed since it was applied/)
  })
})
