import { createHmac } from 'node:crypto'
import type { CaseSummary } from '#machines/casework/case-summary.ts'
import type { OrganizationKey } from '#app/data/organizations/index.server.ts'

/** The organization's own words for a case. */
export interface CaseAbout {
  /** Short name that the organization gives it; may be empty. */
  readonly label: string
  /** Names of the other side, for whom the organization must not work. */
  readonly otherSide: readonly string[]
}

const MARK_BYTES = 12

/** A keyed mark of a text. A reader of the database alone sees which marks are equal, but not of which text they are. */
export function markFor({ key }: OrganizationKey, kind: string, text: string): string {
  return createHmac('sha256', key)
    .update(JSON.stringify(['mark', kind, text]))
    .digest()
    .subarray(0, MARK_BYTES)
    .toString('base64url')
}

/** Marks of the columns that filter a list. */
export const filterMarks = (key: OrganizationKey, { state, language, missing }: Pick<CaseSummary, 'state' | 'language' | 'missing'>) => ({
  stateMark: markFor(key, 'state', state),
  languageMark: markFor(key, 'language', language),
  missingMark: markFor(key, 'missing', missing.length > 0 ? 'some' : 'none'),
})
