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

const INDEX_BYTES = 12

/** A blind index of a text: a keyed hash. A reader of the database alone sees which are equal, but not of which text they are. */
export function blindIndexFor({ key }: OrganizationKey, kind: string, text: string): string {
  return createHmac('sha256', key)
    .update(JSON.stringify(['mark', kind, text]))
    .digest()
    .subarray(0, INDEX_BYTES)
    .toString('base64url')
}

/** Marks of the columns that filter a list. */
export const filterIndexes = (key: OrganizationKey, { state, language, missing }: Pick<CaseSummary, 'state' | 'language' | 'missing'>) => ({
  stateMark: blindIndexFor(key, 'state', state),
  languageMark: blindIndexFor(key, 'language', language),
  missingMark: blindIndexFor(key, 'missing', missing.length > 0 ? 'some' : 'none'),
})
