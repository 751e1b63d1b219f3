import { DELETE_AFTER_DAYS, DELETE_AFTER_DAYS_WITHOUT_PHRASE } from '#app/data/draft-lifetime.server.ts'
import { IDLE_MINUTES } from '#app/data/draft-session.server.ts'

/** What pages say about how long something is kept. */
export interface StorageTerms {
  /** Days without a save after which a claim with words is deleted. */
  readonly days: number
  /** The same for a claim without words. */
  readonly daysWithoutPhrase: number
  /** Minutes without a step after which a claim closes in the browser. */
  readonly minutes: number
}

export const STORAGE_TERMS: StorageTerms = {
  days: DELETE_AFTER_DAYS,
  daysWithoutPhrase: DELETE_AFTER_DAYS_WITHOUT_PHRASE,
  minutes: IDLE_MINUTES,
}
