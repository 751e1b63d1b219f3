import type { Purpose } from '#app/settings.server.ts'
import { deriveKey } from '#app/keys/derived-key.server.ts'
import { findOpened, seal } from '#app/keys/seal.server.ts'

const CANARY = 'this key belongs to this database'
/** In a training database it stands elsewhere, so that a changed `purpose` alone opens nothing. */
const placeOf = (purpose: Purpose) => (purpose === 'claims' ? 'installation:1:canary' : `installation:1:canary:${purpose}`)

/** What a database keeps to prove that a master key, and a purpose, belong to it. */
export const sealCanary = (master: Buffer, purpose: Purpose): Uint8Array<ArrayBuffer> =>
  new Uint8Array(seal(deriveKey(master, 'canary'), placeOf(purpose), CANARY))

/** Whether a master key and a purpose belong to the database that keeps this canary. */
export const opensCanary = (master: Buffer, purpose: Purpose, canary: Uint8Array): boolean =>
  findOpened(deriveKey(master, 'canary'), placeOf(purpose), canary) === CANARY
