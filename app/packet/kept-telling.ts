import type { Day } from '#machines/calendar/day.ts'
import type { Telling } from './answers.ts'
import type { Exhibit } from './exhibit.ts'
import type { Sheet } from './sheet.ts'

/** What the sheets to keep are made from: the claim in the person's language, and what will be mailed. */
export interface KeptTelling extends Telling {
  /** The same claim in English: values to copy, and letters to offices. */
  readonly english: Telling
  /** The sheets to mail, in their order. */
  readonly mail: readonly Sheet[]
  /** What the titles of the sheets to mail mean in the person's language, by the sheet's id. */
  readonly ownTitles: ReadonlyMap<string, string>
  /** Helper copies of them; none where the person's language is English. */
  readonly copies: readonly Sheet[]
  /** Attached papers, in the order of their letters. */
  readonly exhibits: readonly Exhibit[]
  /** The day of mailing, where it was chosen. */
  readonly mailOn?: Day | undefined
  /** The story was left out by choice. */
  readonly withoutStory: boolean
}
