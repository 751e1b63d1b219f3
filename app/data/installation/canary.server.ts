import type { Purpose } from '#app/settings.server.ts'
import { deriveKey } from '#app/keys/derived-key.server.ts'
import { findOpened, seal } from '#app/keys/seal.server.ts'

const CANARY = 'this key belongs to this database'
/** Place of the canary. A training database has another place, so that changing `purpose` alone opens nothing. */
const placeOf = (purpose: Purpose) => (purpose === 'claims' ? 'installation:1:canary' : `installation:1:canary:${purpose}`)

/** Seals the canary, which proves that a master key and a purpose belong to a database. */
export const sealCanary = (master: Buffer, purpose: Purpose): Uint8Array<ArrayBuffer> =>
  new Uint8Array(seal(deriveKey(master, 'canary'), placeOf(purpose), CANARY))

/** Whether a master key and a purpose belong to the database that keeps this canary. */
export const opensCanary = (master: Buffer, purpose: Purpose, canary: Uint8Array): boolean =>
  findOpened(deriveKey(master, 'canary'), placeOf(purpose), canary) === CANARY
