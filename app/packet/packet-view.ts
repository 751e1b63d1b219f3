import type { ClaimFile } from '#machines/answers/claim-file.ts'
import type { Day } from '#machines/calendar/day.ts'
import type { LanguageCode } from '#app/i18n/languages.ts'
import type { Translate } from '#app/i18n/translator.ts'
import type { Telling } from './answers.ts'
import { application } from './documents/application.ts'
import { calculationSheet } from './documents/calculation-sheet.ts'
import { coverLetter } from './documents/cover-letter.ts'
import { declaration } from './documents/declaration.ts'
import { divider } from './documents/divider.ts'
import { evidenceList } from './documents/evidence-list.ts'
import { keptEstimate } from './documents/kept-estimate.ts'
import { keptHelp } from './documents/kept-help.ts'
import { keptNextSteps } from './documents/kept-next-steps.ts'
import { keptOverview } from './documents/kept-overview.ts'
import { story } from './documents/story.ts'
import type { PacketView, Sheet } from './sheet.ts'

/** What a packet is made from. */
export interface PacketInput {
  readonly claim: ClaimFile
  readonly today: Day
  /** Sentences in English, the language of what is mailed. */
  readonly english: Translate
  /** Sentences in the language of the person, for what is kept. */
  readonly own: Translate
  readonly language: LanguageCode
  /** Whether the claim is an invented one. */
  readonly training?: boolean
}

/**
 * Everything that a packet says, as strings in their order. Pure: no clock, no files, no drawing.
 * What is mailed is in English; what is kept is in the person's language, with helper copies of what is mailed
 * where that is not English.
 */
export function packetView({ claim, today, english, own, language, training }: PacketInput): PacketView {
  const mailed: Telling = { claim, today, t: english, language: 'en' }
  const kept: Telling = { claim, today, t: own, language }
  const told = claim.language ?? 'en'
  const enclosed = (telling: Telling) =>
    sheets(application(telling), story(telling, told), declaration(telling), evidenceList(telling), calculationSheet(telling))
  const contents = enclosed(mailed)
  const copied = language === 'en' ? [] : sheets(coverLetter(kept, enclosed(kept)), application(kept), declaration(kept))
  return {
    mail: [coverLetter(mailed, contents), ...contents],
    keep: [keptOverview(kept), ...[keptEstimate, keptNextSteps, keptHelp].map(sheet => ({ ...sheet(kept), flows: true })), ...copied.map((sheet, index) => helperCopy(sheet, kept, index === 0))],
    divider: divider(kept),
    footers: {
      mail: english('packet:footer.mail', { page: '{page}', pages: '{pages}' }),
      keep: own('packet:footer.keep', { page: '{page}', pages: '{pages}' }),
    },
    // In English too, the language of those who must not take it for a claim.
    watermark: training ? [...new Set([english('training:watermark'), own('training:watermark')])] : [],
    title: own('packet:fileTitle'),
    language,
    today,
  }
}

const sheets = (...list: readonly (Sheet | null)[]): Sheet[] => list.filter(sheet => sheet !== null)

/** A copy in the person's language of a sheet that is mailed in English: to understand, not to send, and not to sign. */
function helperCopy(sheet: Sheet, { t }: Telling, first: boolean): Sheet {
  const blocks = sheet.blocks.map(block => (block.kind === 'signature' ? { ...block, lines: [] } : block))
  return {
    ...sheet,
    id: `copy-${sheet.id}`,
    eyebrow: t('packet:eyebrow.copy'),
    flows: !first,
    blocks: first ? [{ kind: 'notice', text: t('packet:copyNotice') }, ...blocks] : blocks,
  }
}
