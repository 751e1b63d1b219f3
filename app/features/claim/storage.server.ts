import { DELETE_AFTER_DAYS, DELETE_AFTER_DAYS_WITHOUT_PHRASE, IDLE_MINUTES, type OpenDraft } from '#app/data/drafts/index.server.ts'
import { dayInLosAngeles } from '#app/clock.server.ts'
import { formatDate } from '#app/i18n/format.ts'
import type { Speech } from './speech.server.ts'

/** The times that pages name when they say how long a claim is kept. */
export interface StorageTerms {
  /** Days after the last opening or save after which a claim with a phrase is deleted. */
  readonly days: number
  /** Days after the last save after which a claim without a phrase is deleted. */
  readonly daysWithoutPhrase: number
  /** Minutes without a request of the person after which a claim closes in the browser. */
  readonly minutes: number
}

export const STORAGE_TERMS: StorageTerms = {
  days: DELETE_AFTER_DAYS,
  daysWithoutPhrase: DELETE_AFTER_DAYS_WITHOUT_PHRASE,
  minutes: IDLE_MINUTES,
}

/** The last day, in words, on which a claim is certainly still kept. */
export const lastDayOf = ({ deleteAfter }: Pick<OpenDraft, 'deleteAfter'>, { language }: Pick<Speech, 'language'>): string =>
  formatDate(dayInLosAngeles(deleteAfter), language)
