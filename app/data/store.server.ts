import { mkdirSync } from 'node:fs'
import type { Purpose } from '#app/settings.server.ts'
import {
  KeyError,
  keyOfInstallation,
  markUsed,
  type Opening,
  opensCanary,
  purposeError,
  sealCanary,
} from '#app/data/installation/index.server.ts'
import { createCasework, type Casework } from './casework.server.ts'
import { createCaseworkContext } from '#app/data/organizations/index.server.ts'
import {
  type DatabasePlace,
  hasRoomOnDisk,
  isNotUnique,
  type OpenDatabase,
  postgresPlace,
  sqlitePlace,
} from '#app/data/engine/index.server.ts'
import {
  createDrafts,
  createExhibits,
  createLeftSessions,
  deleteDraft,
  type Drafts,
  type Exhibits,
  type LeftSessions,
} from '#app/data/drafts/index.server.ts'
import { deriveKey } from '../keys/derived-key.server.ts'
import { createPurge, type Purge } from '#app/data/records/index.server.ts'

const INSTALLATION = 1

/** The open data folder: nothing outside `app/data` sees Prisma or a key of the database. */
export interface Store {
  /** A key for one purpose outside the database, for example sealing a cookie. */
  readonly keyFor: (purpose: string) => Buffer
  /** Resolves when the database answers and has room for a save; rejects when it does not. */
  readonly checkHealth: () => Promise<void>
  /** Says for the operator, one line each, which work of the server waits and why; empty where none does. */
  readonly waiting: () => Promise<string[]>
  readonly drafts: Drafts
  /** Deletes data past its retention. It is to be called now and then. */
  readonly purge: Purge
  /** Ends sessions for the quick exit. */
  readonly leave: LeftSessions['leave']
  readonly exhibits: Exhibits
  /** `null` in training: only real organizations have staff pages. */
  readonly casework: Casework | null
  /** Deletes these drafts without asking for their sessions; `null` in a data folder of real claims. */
  readonly deletePractice: ((draftIds: readonly string[]) => Promise<void>) | null
  readonly close: () => Promise<void>
}

/** The place of the database: on a PostgreSQL server where its address is set, otherwise in a file of the data folder. */
const placeOf = ({ databaseUrl, dataDirectory }: Opening): DatabasePlace =>
  databaseUrl ? postgresPlace(databaseUrl) : sqlitePlace(dataDirectory)

/**
 * Opens the data folder. On first start it makes the folder (0700), the key file (0600) and the database, and it applies migrations.
 * It refuses where the key is missing, belongs to another database or was used for one that is not there, or where the folder has another
 * purpose.
 * @param now clock in milliseconds since 1970
 * @throws InstallationError, KeyError, MigrationError, PurposeError
 */
export async function openStore(settings: Opening, now: () => number = Date.now): Promise<Store> {
  const purpose = settings.purpose ?? 'claims'
  const place = placeOf(settings)
  const key = await keyOfInstallation(place, settings)
  const master = key.bytes
  mkdirSync(settings.dataDirectory, { recursive: true, mode: 0o700 })
  await place.migrate()
  const database = place.open()
  try {
    await checkInstallation(database, master, { ...settings, purpose })
    markUsed(settings.keyFile, key)
  } catch (error) {
    await database.close()
    throw error
  }
  const keyFor = (purpose: string) => deriveKey(master, purpose)
  const leftSessions = createLeftSessions(database, now)
  // A database server looks after its own disk.
  const hasDiskRoom = async () => Boolean(settings.databaseUrl) || hasRoomOnDisk(settings.dataDirectory)
  const purge = createPurge(database, createCaseworkContext(database, keyFor, now))
  return {
    keyFor,
    waiting: async () => [await purge.waiting()].filter(line => line !== null),
    checkHealth: async () => {
      await database.checkPlace()
      await database.transact(async ({ installation }) => {
        await installation.findUniqueOrThrow({ where: { id: INSTALLATION }, select: { id: true } })
      })
    },
    drafts: createDrafts(database, keyFor, now),
    purge,
    leave: leftSessions.leave,
    exhibits: createExhibits(database, keyFor, now, hasDiskRoom),
    casework: purpose === 'training' ? null : createCasework(database, keyFor, now, hasDiskRoom),
    deletePractice: purpose === 'training' ? draftIds => deletePractice(database, draftIds, now()) : null,
    close: async () => {
      await leftSessions.close()
      await database.close()
    },
  }
}

/** Writes the canary on first start. Later, proves with it that the key belongs to the database, and both to the purpose. */
async function checkInstallation(
  { transact }: OpenDatabase,
  master: Buffer,
  { dataDirectory, keyFile, purpose }: Opening & { purpose: Purpose },
): Promise<void> {
  const read = () => transact(({ installation }) => installation.findUnique({ where: { id: INSTALLATION } }))
  const write = () =>
    transact(({ installation }) => installation.create({ data: { id: INSTALLATION, canary: sealCanary(master, purpose), purpose } }))
  // Reading and writing are two transactions, because two servers may start at once: one writes, and the other comes too late and reads.
  const row =
    (await read()) ??
    (await write().catch((error: unknown) => {
      if (isNotUnique(error)) return read()
      throw error
    }))
  if (!row) throw new Error('the installation went away while it was opened')
  if (row.purpose !== purpose) throw purposeError(row.purpose, purpose, dataDirectory)
  if (!opensCanary(master, purpose, row.canary)) {
    throw new KeyError(
      `The key file ${keyFile} belongs to another database. Set KEY_FILE or DATA_DIR so that both belong together, or put the right key file back from your backup.`,
    )
  }
}

async function deletePractice({ transact, emptyLog }: OpenDatabase, draftIds: readonly string[], now: number): Promise<void> {
  await transact(async transaction => {
    for (const draftId of draftIds) await deleteDraft(transaction, draftId, 'draft.deleted', now)
  })
  await emptyLog()
}
