import type { Settings } from '#app/settings.server.ts'
import type { DatabasePlace } from '#app/data/engine/index.server.ts'
import { findMasterKey, KeyError, makeMasterKey, type MasterKey } from './key-file.server.ts'

/** The settings that decide where the data is. */
export interface Opening extends Pick<Settings, 'dataDirectory' | 'keyFile'>, Partial<Pick<Settings, 'purpose' | 'databaseUrl'>> {
  /** The operator says that there is no data yet. Only then may a used key begin a new database. */
  readonly newInstallation?: boolean
}

/** A used key has no database, or the operator asked for a new installation where there is one already. The server must not start. */
class InstallationError extends Error {
  override name = 'InstallationError'
}

/**
 * The key of an installation. On a first start, where there is neither key nor database, it is made. A used key without a database means
 * that data is lost or not mounted, so a new database is begun only when the operator asks for it. In training nothing can be lost, so
 * there it is begun automatically.
 * @throws InstallationError, KeyError
 */
export async function keyOfInstallation(place: DatabasePlace, opening: Opening): Promise<MasterKey> {
  const { keyFile, newInstallation = false, purpose } = opening
  // Reads the key first: if it counts as used at this moment, its database exists already, whichever other server starts now.
  const key = findMasterKey(keyFile)
  if (await place.exists()) {
    if (newInstallation) throw new InstallationError(`There is an installation already ${whereOf(opening)}. Nothing was changed.`)
    return key ?? findMasterKey(keyFile) ?? refuseMissing(keyFile)
  }
  if (key === null) return makeMasterKey(keyFile)
  if (key.isNew || newInstallation || purpose === 'training') return key
  throw new InstallationError(
    `The key file ${keyFile} has been used, but there is no database ${whereOf(opening)}. ` +
      `${likelyReason(opening)} Put it right, or restore a backup (docs/deploy.md). ` +
      'Only if this is a new installation, which never held any data, run once: npm run new-installation',
  )
}

function refuseMissing(keyFile: string): never {
  throw new KeyError(
    `There is a database, but its key file ${keyFile} is missing. Without it nothing saved can be read. ` +
      'Put the key file back from your backup, or set KEY_FILE to where it is. ' +
      'Only if nothing in the database is needed any more, move the database away and start again.',
  )
}

/** Says where the data is. The address of a database can hold a password, so it is not repeated. */
const whereOf = ({ databaseUrl, dataDirectory }: Opening) => (databaseUrl ? 'at the address in DATABASE_URL' : `in ${dataDirectory}`)

const likelyReason = ({ databaseUrl }: Opening) =>
  databaseUrl
    ? 'Perhaps DATABASE_URL names another database, or the database was emptied.'
    : 'Perhaps its disk is not mounted, DATA_DIR names another folder, DATABASE_URL is not set, or the folder was emptied.'
