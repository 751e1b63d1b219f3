import { DELETE_AFTER_DAYS, DELETE_AFTER_DAYS_WITHOUT_PHRASE, IDLE_MINUTES, type OpenDraft } from '#app/data/drafts/index.server.ts'
import { dayInLosAngeles } from '#app/clock.server.ts'
import { formatDate } from '#app/i18n/format.ts'
import type { Speech } from './speech.server.ts'

/** What pages say about how long something is kept. */
export interface StorageTerms {
  /** Days after the last opening or save after which a claim with words is deleted. */
  readonly days: number
  /** Days after the last save after which a claim without words is deleted. */
  readonly daysWithoutPhrase: number
  /** Minutes without a step after which a claim closes in the browser. */
  readonly minutes: number
}

export const STORAGE_TERMS: StorageTerms = {
  days: DELETE_AFTER_DAYS,
  daysWithoutPhrase: DELETE_AFTER_DAYS_WITHOUT_PHRASE,
  minutes: IDLE_MINUTES,
}

/** The day until which a claim is kept at least, in words. */
export const lastDayOf = ({ deleteAfter }: Pick<OpenDraft, 'deleteAfter'>, { language }: Pick<Speech, 'language'>): string =>
  formatDate(dayInLosAngeles(deleteAfter), language)
