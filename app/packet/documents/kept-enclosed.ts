import { CRIME_EVIDENCE_IDS, INCOME_EVIDENCE_IDS } from '#machines/law/evidence.ts'
import { filingDeadline } from '#machines/rules/deadline.ts'
import type { Telling } from '../answers.ts'
import type { Exhibit } from '../exhibit.ts'
import type { KeptTelling } from '../kept-telling.ts'
import type { CheckItem, Sheet } from '../sheet.ts'
import { signerOf } from '../signers.ts'
import { exhibitLetter } from './exhibits.ts'
import { helperKind } from '#machines/rules/helper-kind.ts'

/** Every paper that goes into the envelope: the sheets, the official forms, the attached papers by letter, and copies still to add. */
export function enclosedPapers(telling: KeptTelling): CheckItem[] {
  const { claim, today, mail, exhibits, t } = telling
  const helper = helperKind(claim)
  const paper = (name: string): CheckItem => ({ text: t(`keep:before.enclose.${name}`) })
  const isExhibit = ({ blocks }: Sheet) => blocks.some(({ kind }) => kind === 'exhibit-page')
  return [
    paper('form'),
    ...(filingDeadline(claim, today).lateFilingStatement ? [paper('lateFiling')] : []),
    ...(signerOf(claim) === 'guardian' ? [paper('authority')] : []),
    ...(helper === 'advocate' ? [paper('representative')] : []),
    ...mail.filter(sheet => !isExhibit(sheet)).map(sheet => ({ text: sheetName(sheet, telling) })),
    ...exhibits.map((exhibit, index) => ({
      text: t('keep:before.enclose.exhibit', { letter: exhibitLetter(index), what: exhibitName(exhibit, telling), count: exhibit.pages }),
    })),
    ...notAttached(telling).map(what => ({ text: t('keep:before.enclose.copy', { what }) })),
  ]
}

/** English words in brackets after a term, such as (caseworker). */
const ENGLISH_WORDS = / ?[(（][A-Za-z0-9. ]+[)）]/g

/**
 * The English title of a sheet, followed in brackets by its meaning when the person works in another language. The meaning drops
 * English words in brackets, because the title has them already.
 */
export function sheetName({ id, title, titleTranslation }: Sheet, { t, ownTitles }: KeptTelling): string {
  const meaning = (titleTranslation ?? ownTitles.get(id) ?? title).replaceAll(ENGLISH_WORDS, '')
  return meaning === title ? t('keep:sheet', { title }) : t('keep:sheetMeans', { title, meaning })
}

function proofName(kind: string, { t }: Telling): string | null {
  if (CRIME_EVIDENCE_IDS.some(id => id === kind)) return t(`terms:evidence.${kind}`)
  return INCOME_EVIDENCE_IDS.some(id => id === kind) ? t(`terms:incomeEvidence.${kind}`) : null
}

function exhibitName({ kind, title }: Exhibit, telling: Telling): string {
  return title.trim() || (proofName(kind, telling) ?? telling.t('keep:before.enclose.otherPaper'))
}

/** Kinds of proof that are signed statements, each with the id of the sheet to sign. */
const SHEETS: ReadonlyMap<string, string> = new Map([
  ['applicant_decl', 'declaration'],
  ['ht_caseworker_statement', 'statement-caseworker'],
  ['caseworker_decl', 'statement-caseworker'],
  ['attorney_decl', 'statement-attorney'],
  ['witness_decl', 'statement-witness'],
])

/** The chosen proof that is neither attached nor one of the sheets, so that the list names no paper twice. */
function notAttached(telling: KeptTelling): string[] {
  const { claim, mail, exhibits } = telling
  return [...(claim.evidence ?? []), ...(claim.incomeEvidence ?? [])]
    .filter(kind => !exhibits.some(exhibit => exhibit.kind === kind) && !mail.some(({ id }) => id === SHEETS.get(kind)))
    .flatMap(kind => proofName(kind, telling) ?? [])
}
