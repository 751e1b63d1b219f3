import { chmodSync, existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Settings } from '#app/settings.server.ts'
import { openDatabase, type OpenDatabase } from './database.server.ts'
import { createDrafts, type Drafts } from './drafts.server.ts'
import { deriveKey, KeyError, readOrMakeMasterKey } from './key.server.ts'
import { applyMigrations } from './migrations.server.ts'
import { purposeError, type Purpose } from './purpose.server.ts'
import { findOpened, seal } from './seal.server.ts'

const INSTALLATION = 1
/** The canary of a training folder stands elsewhere, so that a changed `purpose` alone opens nothing. */
const canaryPlace = (purpose: Purpose) => (purpose === 'claims' ? 'installation:1:canary' : `installation:1:canary:${purpose}`)
const CANARY = 'this key belongs to this database'

/** The open data folder: nothing outside `app/data` sees Prisma or a key of the database. */
export interface Store {
  /** A key for one purpose outside the database, for example sealing a cookie. */
  readonly keyFor: (purpose: string) => Buffer
  /** Resolves when the database answers; rejects when it does not. */
  readonly checkHealth: () => Promise<void>
  readonly drafts: Drafts
  /** Deletes every draft; there is no such thing in a data folder of real claims. */
  readonly deleteAllDrafts: (() => Promise<void>) | null
  readonly close: () => Promise<void>
}

/**
 * Opens the data folder: makes it on first start (folder 0700, key file 0600, SQLite file, migrations),
 * and refuses where the key is missing or belongs to another database, or where the folder has another purpose.
 * @param now clock in milliseconds since 1970
 * @throws KeyError, MigrationError, PurposeError
 */
export async function openStore(
  settings: Pick<Settings, 'dataDirectory' | 'keyFile'> & Partial<Pick<Settings, 'purpose'>>,
  now: () => number = Date.now,
  migrationsFolder = path.resolve('prisma/migrations'),
): Promise<Store> {
  const purpose = settings.purpose ?? 'claims'
  const databaseFile = path.join(settings.dataDirectory, 'claims.sqlite')
  const databaseExists = existsSync(databaseFile)
  mkdirSync(settings.dataDirectory, { recursive: true, mode: 0o700 })
  const master = readOrMakeMasterKey(settings.keyFile, databaseExists)
  applyMigrations(databaseFile, migrationsFolder)
  chmodSync(databaseFile, 0o600)
  const database = openDatabase(databaseFile)
  try {
    await checkInstallation(database, deriveKey(master.key, 'canary'), { ...settings, purpose })
  } catch (error) {
    await database.close()
    throw error
  }
  const keyFor = (purpose: string) => deriveKey(master.key, purpose)
  return {
    keyFor,
    checkHealth: () =>
      database.transact(async ({ installation }) => {
        await installation.findUniqueOrThrow({ where: { id: INSTALLATION }, select: { id: true } })
      }),
    drafts: createDrafts(database, keyFor, now),
    deleteAllDrafts: purpose === 'training' ? () => deleteAllDrafts(database) : null,
    close: database.close,
  }
}

type Opening = Required<Parameters<typeof openStore>[0]>

/** Writes the canary on first start; later, proves with it that the key fits the database, and both the purpose. */
async function checkInstallation({ transact }: OpenDatabase, key: Buffer, { dataDirectory, keyFile, purpose }: Opening): Promise<void> {
  const row = await transact(({ installation }) => installation.findUnique({ where: { id: INSTALLATION } }))
  if (!row) {
    const canary = new Uint8Array(seal(key, canaryPlace(purpose), CANARY))
    await transact(({ installation }) => installation.create({ data: { id: INSTALLATION, canary, purpose } }))
    return
  }
  if (row.purpose !== purpose) throw purposeError(row.purpose, purpose, dataDirectory)
  if (findOpened(key, canaryPlace(purpose), row.canary) !== CANARY) {
    throw new KeyError(
      `The key file ${keyFile} belongs to another database. Set KEY_FILE or DATA_DIR so that both belong together, or put the right key file back from your backup.`,
    )
  }
}

async function deleteAllDrafts({ transact, emptyLog }: OpenDatabase): Promise<void> {
  await transact(async ({ draft, auditEvent, rateLimit }) => {
    await draft.deleteMany()
    await auditEvent.deleteMany()
    await rateLimit.deleteMany()
  })
  await emptyLog()
}
