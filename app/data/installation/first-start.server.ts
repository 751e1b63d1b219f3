import type { Settings } from '#app/settings.server.ts'
import type { DatabasePlace } from '#app/data/engine/index.server.ts'
import { findMasterKey, KeyError, makeMasterKey, type MasterKey } from './key-file.server.ts'

/** What decides where the data is. */
export interface Opening extends Pick<Settings, 'dataDirectory' | 'keyFile'>, Partial<Pick<Settings, 'purpose' | 'databaseUrl'>> {
  /** The operator's word that there is no data yet: a key that was used before then begins a new database. */
  readonly newInstallation?: boolean
}

/** A key that was used stands beside no database, or the other way round than an operator said. The server must not start. */
class InstallationError extends Error {
  override name = 'InstallationError'
}

/**
 * The key of an installation. It is made where there is neither key nor database: that is a first start. A key that was used
 * beside no database means lost or unmounted data, and begins a new database only at an operator's word. In training nothing
 * is lost, so there it begins one by itself.
 * @throws InstallationError, KeyError
 */
export async function keyOfInstallation(place: DatabasePlace, opening: Opening): Promise<MasterKey> {
  const { keyFile, newInstallation = false, purpose } = opening
  // The key first: where it was used by then, its database stood by then, too, whoever else starts at the same time.
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

/** The address of a database can hold a password, so it is not repeated. */
const whereOf = ({ databaseUrl, dataDirectory }: Opening) => (databaseUrl ? 'at the address in DATABASE_URL' : `in ${dataDirectory}`)

const likelyReason = ({ databaseUrl }: Opening) =>
  databaseUrl
    ? 'Perhaps DATABASE_URL names another database, or the database was emptied.'
    : 'Perhaps its disk is not mounted, DATA_DIR names another folder, DATABASE_URL is not set, or the folder was emptied.'
