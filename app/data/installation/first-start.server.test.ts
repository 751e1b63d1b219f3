import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makeTestDatabase, TEST_SERVER, type TestDatabase } from '../testing/draft-fixture.ts'
import type { Opening } from './first-start.server.ts'
import { findMasterKey, makeMasterKey } from './key-file.server.ts'
import { openStore } from '../store.server.ts'

let database: TestDatabase
let elsewhere: TestDatabase
/** The settings of an installation whose key file is not in its data folder. */
let settings: Opening
/** Settings with the same key and empty data, as if a disk were not mounted, or with another database. */
let lost: Opening

beforeEach(async () => {
  ;[database, elsewhere] = [await makeTestDatabase(), await makeTestDatabase()]
  const keyFile = path.join(path.dirname(database.settings.dataDirectory), 'key', 'master.key')
  settings = { ...database.settings, keyFile }
  lost = { ...elsewhere.settings, keyFile }
})
afterEach(async () => {
  await database.remove()
  await elsewhere.remove()
})

const start = async (opening: Opening) => (await openStore(opening)).close()
/** The content and the identity of a file. A file that is written again has another identity. */
const fileOf = (file: string) => ({ text: readFileSync(file, 'utf8'), place: statSync(file).ino })
const KEY = Buffer.alloc(32, 7).toString('base64')

/** Writes a key file that the program did not make: one of an older release, or a secret that an operator put there read-only. */
function putKey(): void {
  mkdirSync(path.dirname(settings.keyFile), { recursive: true })
  writeFileSync(settings.keyFile, KEY, { mode: 0o600 })
}

describe('a used key', () => {
  test('begins nothing where its database is lost, says why and what to do, and still opens its own', async () => {
    await start(settings)
    const before = fileOf(settings.keyFile)
    await expect(openStore(lost)).rejects.toThrow(
      TEST_SERVER === null
        ? `The key file ${settings.keyFile} has been used, but there is no database in ${lost.dataDirectory}. Perhaps its disk is not mounted, DATA_DIR names another folder, DATABASE_URL is not set, or the folder was emptied. Put it right, or restore a backup (docs/deploy.md). Only if this is a new installation, which never held any data, run once: npm run new-installation`
        : /no database at the address in DATABASE_URL\. Perhaps DATABASE_URL names another database/,
    )
    expect(existsSync(lost.dataDirectory)).toBe(false)
    expect(fileOf(settings.keyFile)).toEqual(before)
    await start(settings)
  })

  test.runIf(TEST_SERVER === null)(
    'begins nothing beside a file without an installation, or in a data folder that holds the key alone',
    async () => {
      await start(settings)
      mkdirSync(lost.dataDirectory)
      writeFileSync(path.join(lost.dataDirectory, 'claims.sqlite'), '')
      await expect(openStore(lost)).rejects.toThrow(/has been used, but there is no database/)

      await start(elsewhere.settings)
      rmSync(path.join(elsewhere.settings.dataDirectory, 'claims.sqlite'))
      await expect(openStore(elsewhere.settings)).rejects.toThrow(/has been used, but there is no database/)
    },
  )

  test('begins a new installation when the operator asks for it, and does so only once', async () => {
    await start(settings)
    await start({ ...lost, newInstallation: true })
    await start(lost)
    await expect(openStore({ ...lost, newInstallation: true })).rejects.toThrow(/installation already .* Nothing was changed/)
    const third = await makeTestDatabase()
    await expect(openStore({ ...third.settings, keyFile: settings.keyFile })).rejects.toThrow(/there is no database/)
    await third.remove()
  })
})

describe('a key file that the program did not make', () => {
  test('begins nothing by itself, but only when the operator asks, and is never written', async () => {
    putKey()
    const before = fileOf(settings.keyFile)
    await expect(openStore(settings)).rejects.toThrow(/run once: npm run new-installation/)
    await start({ ...settings, newInstallation: true })
    await start(settings)
    await expect(openStore(lost)).rejects.toThrow(/there is no database/)
    expect(fileOf(settings.keyFile)).toEqual(before)
  })

  test('opens the database of an older release', async () => {
    await start(settings)
    const { bytes } = findMasterKey(settings.keyFile)!
    writeFileSync(settings.keyFile, `${bytes.toString('base64')}\n`)
    await start(settings)
    await expect(openStore(lost)).rejects.toThrow(/there is no database/)
  })
})

describe('a first start', () => {
  test('leaves a key that counts as used and that its owner alone can read', async () => {
    await start(settings)
    expect(findMasterKey(settings.keyFile)).toMatchObject({ isNew: false })
    expect(readFileSync(settings.keyFile, 'utf8')).toMatch(/^[\w+/]{43}=\n$/)
    expect(statSync(settings.keyFile).mode & 0o777).toBe(0o600)
  })

  test('that ended before it made a database goes on by itself, with the same key', async () => {
    const { bytes, isNew } = makeMasterKey(settings.keyFile)
    expect(isNew).toBe(true)
    await start(settings)
    expect(findMasterKey(settings.keyFile)).toEqual({ bytes, isNew: false })
  })

  test('that ended before the key counted as used marks the key on the next start', async () => {
    await start(settings)
    writeFileSync(settings.keyFile, `${readFileSync(settings.keyFile, 'utf8')}new\n`)
    await start(settings)
    await expect(openStore(lost)).rejects.toThrow(/there is no database/)
  })
})

test('a training installation begins anew by itself, because it has nothing to lose', async () => {
  await start({ ...settings, purpose: 'training' })
  await start({ ...lost, purpose: 'training' })
})

test('a key file with a further line is refused', async () => {
  putKey()
  writeFileSync(settings.keyFile, `${KEY}\nold\n`)
  await expect(openStore({ ...settings, newInstallation: true })).rejects.toThrow(/is damaged/)
})
