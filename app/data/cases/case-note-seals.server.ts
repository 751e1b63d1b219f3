import { type Cell, openCell, type OrganizationKey, sealCell } from '#app/data/organizations/index.server.ts'
import type { Sealed } from '#app/keys/seal.server.ts'

const textCell = (caseId: string, row: string): Cell => ({ table: 'CaseNote', row, column: `text:${caseId}` })

/** Seals a note for its row and case. */
export const sealNote = (key: OrganizationKey, caseId: string, id: string, text: string): Sealed =>
  sealCell(key, textCell(caseId, id), text)

/** @throws Error where the bytes were changed or moved */
export const openNote = (key: OrganizationKey, caseId: string, id: string, sealed: Uint8Array): string =>
  openCell(key, textCell(caseId, id), sealed)
