import type { LanguageCode } from '#app/i18n/languages.ts'
import { withAddendum, type Tell } from './addendum.ts'
import type { Telling } from './answers.ts'
import { bilingual } from './bilingual.ts'
import { application } from './documents/application.ts'
import { calculationSheet } from './documents/calculation-sheet.ts'
import { contents } from './documents/contents.ts'
import { coverLetter } from './documents/cover-letter.ts'
import { declaration } from './documents/declaration.ts'
import { emergencyRequest } from './documents/emergency-request.ts'
import { evidenceList } from './documents/evidence-list.ts'
import { exhibitSheets } from './documents/exhibits.ts'
import { lateFilingStatement } from './documents/late-filing-statement.ts'
import { ownWords } from './documents/own-words.ts'
import { otherLosses } from './documents/other-losses.ts'
import { otherSources } from './documents/other-sources.ts'
import { representativeAuthorization } from './documents/representative-authorization.ts'
import { safeMailing } from './documents/safe-mailing.ts'
import { statementByAttorney, statementByCaseworker } from './documents/statement-by-professional.ts'
import { statementByWitness } from './documents/statement-by-witness.ts'
import { story } from './documents/story.ts'
import type { Exhibit } from './exhibit.ts'
import type { Sheet } from './sheet.ts'

/** One claim in English and in the language of the person, with the papers attached to it. */
export interface MailInput {
  /** The claim in English, as it is mailed. */
  readonly mailed: Telling
  /** The claim in the language of the person. */
  readonly own: Telling
  /** The language in which the person wrote. */
  readonly told: LanguageCode
  readonly exhibits: readonly Exhibit[]
}

export interface MailPart {
  readonly sheets: readonly Sheet[]
  /** Copies in the person's language of sheets mailed in English alone, for the person to read. None when that language is English. */
  readonly copies: readonly Sheet[]
  /** The titles of the sheets in the person's language, by the sheet's id. */
  readonly ownTitles: ReadonlyMap<string, string>
}

/** Long sheets without a signature. They are mailed in English alone. */
const IN_ENGLISH: ReadonlySet<string> = new Set(['application', 'other-losses', 'calculation', 'evidence'])
/** Those of which the person gets a copy in their language. The others repeat what the part to keep says. */
const COPIED: ReadonlySet<string> = new Set(['application', 'other-losses'])

/**
 * The part to mail: letter, table of contents, the documents that the answers call for, longer answers, attached papers.
 * Sheets to sign are in English with the person's language beneath.
 */
export function mailPart({ mailed, own, told, exhibits }: MailInput): MailPart {
  const english = documents(mailed, told, exhibits)
  const translated = documents(own, told, exhibits)
  const body = english.map((sheet, index) => translatedSheet(sheet, translated[index]))
  const papers = exhibitSheets(mailed, exhibits)
  const long = withAddendum(body, tellIn(mailed, own))
  const letter = coverLetter(mailed)
  const ownLetter = coverLetter(own)
  const ownTitles = new Map([ownLetter, ...translated, ...exhibitSheets(own, exhibits)].map(({ id, title }) => [id, title]))
  const ownTitle = (sheet: Sheet) => ownTitles.get(sheet.id) ?? sheet.titleTranslation ?? sheet.title
  const listed = [letter, ...long, ...papers.filter(({ blocks }) => blocks[0]?.kind !== 'exhibit-page')]
  const list = bilingual(
    contents(mailed, listed),
    contents(
      own,
      listed.map(sheet => ({ id: sheet.id, title: ownTitle(sheet) })),
    ),
  )
  return {
    sheets: [letter, list, ...long, ...papers],
    ownTitles: new Map([list, ...long].map(sheet => [sheet.id, ownTitle(sheet)])).set(letter.id, ownLetter.title),
    copies: own.language === mailed.language ? [] : [ownLetter, ...translated.filter(({ id }) => COPIED.has(id))],
  }
}

/**
 * The documents that the answers call for, in their order. No builder may depend on the language: in two languages the same
 * documents must have the same shape.
 */
export function documents(telling: Telling, told: LanguageCode, exhibits: readonly Exhibit[] = []): Sheet[] {
  return [
    safeMailing(telling),
    application(telling),
    story(telling, told),
    declaration(telling),
    statementByCaseworker(telling),
    statementByAttorney(telling),
    statementByWitness(telling),
    lateFilingStatement(telling),
    emergencyRequest(telling, told),
    otherSources(telling),
    representativeAuthorization(telling),
    otherLosses(telling),
    calculationSheet(telling),
    ownWords(telling, told),
    evidenceList(telling, exhibits),
  ].filter(sheet => sheet !== null)
}

function translatedSheet(sheet: Sheet, own: Sheet | undefined): Sheet {
  if (!own) throw new Error(`"${sheet.id}" is told in English alone`)
  return IN_ENGLISH.has(sheet.id) ? sheet : bilingual(sheet, own)
}

const tellIn =
  (mailed: Telling, own: Telling): Tell =>
  (key, params = {}, ownParams = {}) => {
    const text = mailed.t(`statements:${key}`, params)
    return own.language === mailed.language ? { text } : { text, translation: own.t(`statements:${key}`, { ...params, ...ownParams }) }
  }
