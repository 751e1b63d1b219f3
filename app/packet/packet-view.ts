import type { ClaimFile } from '#machines/answers/claim-file.ts'
import type { Day } from '#machines/calendar/day.ts'
import type { LanguageCode } from '#app/i18n/languages.ts'
import type { Translate } from '#app/i18n/translator.ts'
import type { Telling } from './answers.ts'
import { divider } from './documents/divider.ts'
import { translationNote } from './documents/translation-note.ts'
import { ownStatement, type OwnStatement } from './documents/own-statement.ts'
import type { Exhibit } from './exhibit.ts'
import { keptPart } from './kept-part.ts'
import { mailPart } from './mail-part.ts'
import type { PacketView, Sheet } from './sheet.ts'
import { leaveStoryOut } from './without-story.ts'

/** The choices that a person makes when the papers are made. They are not answers of the claim. */
export interface PacketOptions {
  /** Leaves the story and the kind of work out of both parts, for a person who will tell it another way or whom its words endanger. */
  readonly withoutStory?: boolean
  /** The day on which the papers will be mailed; the timeline counts from it. Without it, the timeline counts from today. */
  readonly mailOn?: Day
}

/** Everything that a packet is made from. */
export interface PacketInput {
  readonly claim: ClaimFile
  readonly options?: PacketOptions
  /** Attached papers, in the order of their letters. */
  readonly exhibits?: readonly Exhibit[]
  readonly today: Day
  /** Sentences in English, the language of what is mailed. */
  readonly english: Translate
  /** Sentences in the language of the person, for the part to keep. */
  readonly own: Translate
  readonly language: LanguageCode
  /** Whether the claim is an invented one. */
  readonly training?: boolean
}

/**
 * Everything that a packet says, as strings in their order. The function is pure: it uses no clock and no files, and draws nothing.
 * The part to mail is in English, and sheets to sign have the person's language beneath. The part to keep is in the person's
 * language, and has helper copies of sheets that are mailed in English alone.
 */
export function packetView({ claim, options = {}, exhibits = [], today, english, own, language, training }: PacketInput): PacketView {
  const { withoutStory = false, mailOn } = options
  const told = withoutStory ? leaveStoryOut(claim) : claim
  const mailed: Telling = { claim: told, today, t: english, language: 'en', withoutStory }
  const kept: Telling = { claim: told, today, t: own, language, withoutStory }
  const { sheets, copies, ownTitles } = mailPart({ mailed, own: kept, told: claim.language ?? 'en', exhibits })
  const helperCopies = copies.map((sheet, index) => helperCopy(sheet, kept, index === 0))
  return {
    mail: sheets,
    keep: keptPart({ ...kept, english: mailed, mail: sheets, ownTitles, copies: helperCopies, exhibits, mailOn, withoutStory }),
    divider: divider(kept),
    footers: {
      mail: english('packet:footer.mail', { page: '{page}', pages: '{pages}' }),
      keep: own('packet:footer.keep', { page: '{page}', pages: '{pages}' }),
    },
    // In English too, so that an office that receives the papers does not take them for a claim.
    watermark: training ? [...new Set([english('training:watermark'), own('training:watermark')])] : [],
    title: own('packet:fileTitle'),
    language,
    today,
  }
}

/** A caseworker's own statement as a separate file, in English, because it is mailed. */
export function statementView({ claim, today, english }: Pick<PacketInput, 'claim' | 'today' | 'english'>, own: OwnStatement): PacketView {
  const telling: Telling = { claim: leaveStoryOut(claim), today, t: english, language: 'en', withoutStory: true }
  const footer = english('packet:footer.mail', { page: '{page}', pages: '{pages}' })
  return {
    mail: [ownStatement(telling, own)],
    keep: [],
    divider: divider(telling),
    footers: { mail: footer, keep: footer },
    watermark: [],
    title: english('packet:fileTitle'),
    language: 'en',
    today,
  }
}

/** A copy in the person's language of a sheet that is mailed in English. The person reads it, and neither sends nor signs it. */
function helperCopy(sheet: Sheet, telling: Telling, first: boolean): Sheet {
  const { t } = telling
  const blocks = sheet.blocks.map(block => (block.kind === 'signature' ? { ...block, lines: [] } : block))
  return {
    ...sheet,
    id: `copy-${sheet.id}`,
    eyebrow: t('packet:eyebrow.copy'),
    flows: !first,
    blocks: first ? [{ kind: 'notice', text: t('packet:copyNotice') }, ...translationNote(telling), ...blocks] : blocks,
  }
}
