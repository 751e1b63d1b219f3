import type { Day } from '#machines/calendar/day.ts'
import type { Telling } from './answers.ts'
import type { Exhibit } from './exhibit.ts'
import type { Sheet } from './sheet.ts'

/** What the sheets to keep are made from: the claim in the person's language, and what will be mailed. */
export interface KeptTelling extends Telling {
  /** The same claim in English, for the values to copy and the letters to offices. */
  readonly english: Telling
  /** The sheets to mail, in their order. */
  readonly mail: readonly Sheet[]
  /** The titles of the sheets to mail in the person's language, by the sheet's id. */
  readonly ownTitles: ReadonlyMap<string, string>
  /** Helper copies of the sheets to mail; empty when the person's language is English. */
  readonly copies: readonly Sheet[]
  /** Attached papers, in the order of their letters. */
  readonly exhibits: readonly Exhibit[]
  /** The day of mailing, when the person chose one. */
  readonly mailOn?: Day | undefined
  /** Whether the person chose to leave the story out. */
  readonly withoutStory: boolean
}
