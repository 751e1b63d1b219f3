import type { Organization } from '../generated/sqlite/client.ts'
import { findUnwrappedKey, makeKey, wrapKey } from '#app/keys/key-wrap.server.ts'
import { findOpened, seal, type Sealed } from '#app/keys/seal.server.ts'

/** The data key of an organization, with its number. It seals everything that the organization alone may read. */
export interface OrganizationKey {
  readonly organizationId: string
  readonly keyId: number
  readonly key: Buffer
}

/** The place of one sealed value. */
export interface Cell {
  readonly table: string
  readonly row: string
  /** The column, and what else must be true of the row for the value to open. */
  readonly column: string
}

/** A new random key for an organization. */
export const makeOrganizationKey = (organizationId: string): OrganizationKey => ({ organizationId, keyId: 1, key: makeKey() })

/**
 * Seals an organization's key for its row.
 * @param wrapping key of the installation. No member's secret can hold the key, because members come and go and a passkey gives no secret
 */
export function wrapOrganizationKey(wrapping: Buffer, key: OrganizationKey): Sealed {
  return wrapKey(wrapping, wrapPlace(key.organizationId, key.keyId), key.key)
}

/**
 * Opens an organization's key.
 * @throws Error where the row was changed: the installation's key was right, so the database was tampered with
 */
export function openOrganizationKey(wrapping: Buffer, row: Pick<Organization, 'id' | 'keyId' | 'wrappedKey'>): OrganizationKey {
  const key = findUnwrappedKey(wrapping, wrapPlace(row.id, row.keyId), row.wrappedKey)
  if (!key) throw new Error("an organization's key does not open")
  return { organizationId: row.id, keyId: row.keyId, key }
}

const wrapPlace = (organizationId: string, keyId: number) => `Organization:${organizationId}:wrappedKey:${keyId}`

/** Seals a text for one cell: it opens in this organization, table, row and column alone. */
export function sealCell(key: OrganizationKey, cell: Cell, text: string): Sealed {
  return new Uint8Array(seal(key.key, cellPlace(key, cell), text))
}

/**
 * Opens what {@link sealCell} made.
 * @throws Error where the bytes were changed or moved
 */
export function openCell(key: OrganizationKey, cell: Cell, sealed: Uint8Array): string {
  const text = findOpened(key.key, cellPlace(key, cell), sealed)
  if (text === null) throw new Error(`${cell.table} ${cell.column} does not open with its key`)
  return text
}

const cellPlace = ({ organizationId, keyId }: OrganizationKey, { table, row, column }: Cell) =>
  `${table}:${row}:${column}:${organizationId}:${keyId}`
