import { DRAFT_PARTS, type DataKey, type DraftKeys, type DraftPart } from '#app/keys/draft-keys.server.ts'
import type { Case } from '../generated/sqlite/client.ts'
import { type Cell, openCell, type OrganizationKey, sealCell } from '#app/data/organizations/index.server.ts'
import type { Sealed } from '#app/keys/seal.server.ts'

/** The access of an organization to a claim. */
export interface Grant {
  readonly keys: DraftKeys
  /** Whether the organization may fill the claim in, not only read it. */
  readonly mayEdit: boolean
  /** The claim's data key. Only the organization that began the claim has it, until it hands the claim over to the survivor. */
  readonly dataKey: DataKey | null
}

interface Kept {
  readonly parts: Readonly<Partial<Record<DraftPart, string>>>
  readonly mayEdit: boolean
  readonly root?: string
}

const grantCell = (caseId: string, draftId: string, keyId: number): Cell => ({
  table: 'Case',
  row: caseId,
  column: `grant:${draftId}:${keyId}`,
})

/** Seals a grant for the case's row. It opens for this organization, case and claim alone. */
export function sealGrant(key: OrganizationKey, caseId: string, { keys, mayEdit, dataKey }: Grant): Sealed {
  const parts = Object.fromEntries(DRAFT_PARTS.flatMap(part => (keys.parts[part] ? [[part, keys.parts[part].toString('base64')]] : [])))
  const kept: Kept = { parts, mayEdit, ...(dataKey && { root: dataKey.key.toString('base64') }) }
  return sealCell(key, grantCell(caseId, keys.draftId, keys.keyId), JSON.stringify(kept))
}

/**
 * Opens what {@link sealGrant} made; `null` where nothing is shared (any more).
 * @throws Error where the row was changed
 */
export function openGrant(
  key: OrganizationKey,
  { id, draftId, keyId, grant }: Pick<Case, 'id' | 'draftId' | 'keyId' | 'grant'>,
): Grant | null {
  if (grant === null || draftId === null) return null
  const { parts, mayEdit, root } = JSON.parse(openCell(key, grantCell(id, draftId, keyId), grant)) as Kept
  const partKey = (part: DraftPart) => (parts[part] === undefined ? null : Buffer.from(parts[part], 'base64'))
  return {
    mayEdit,
    keys: { draftId, keyId, parts: { answers: partKey('answers'), story: partKey('story'), papers: partKey('papers') }, root: null },
    dataKey: root === undefined ? null : { draftId, keyId, key: Buffer.from(root, 'base64') },
  }
}

/** A grant to the same parts under the draft's new keys, without the data key. */
export function regranted({ keys, mayEdit }: Grant, fresh: DraftKeys): Grant {
  const given = (part: DraftPart) => (keys.parts[part] ? fresh.parts[part] : null)
  return {
    mayEdit,
    dataKey: null,
    keys: {
      draftId: fresh.draftId,
      keyId: fresh.keyId,
      parts: { answers: given('answers'), story: given('story'), papers: given('papers') },
      root: null,
    },
  }
}
