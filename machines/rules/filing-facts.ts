import type { ClaimFile } from '#machines/answers/claim-file.ts'
import { missingItems, type MissingItem, type MissingItemId } from './missing.ts'
import { signingPlan, type SigningPlan } from './signing-plan.ts'

/** What the answers say about filing, as they stood on the day on which papers were made ready. */
export interface FilingFacts {
  readonly blockers: readonly Pick<MissingItem, 'item' | 'citation'>[]
  readonly plan: SigningPlan
}

/** Reminders rather than gaps: a claim file cannot show that they were done. */
const REMINDERS: ReadonlySet<MissingItemId> = new Set(['guardian-paper'])

/** What has to be filled in before a reviewer can call the papers ready, and who has to sign them. */
export function filingFacts(claim: ClaimFile): FilingFacts {
  const blockers = missingItems(claim).filter(({ item }) => !REMINDERS.has(item))
  const named = new Map(blockers.map(({ item, citation }) => [item, { item, citation }]))
  return { blockers: [...named.values()], plan: signingPlan(claim) }
}
