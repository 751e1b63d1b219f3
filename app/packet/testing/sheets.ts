import type { ClaimFile } from '#machines/answers/claim-file.ts'
import type { Exhibit } from '../exhibit.ts'
import type { PacketOptions } from '../packet-view.ts'
import { getTranslate } from '#app/i18n/resources.server.ts'
import { findOfferedLanguage, getLanguage } from '#app/i18n/languages.ts'
import { packetView } from '../packet-view.ts'
import type { Block, PacketView, Row, Sheet } from '../sheet.ts'

/** The day on which tests make papers from invented claims. */
export const TEST_DAY = '2026-11-23'

/** The one sentence that makes a statement sworn. */
export const PERJURY =
  'I declare under penalty of perjury under the laws of the State of California that the foregoing is true and correct.'

/** An invented claim that asks for every document. */
export const EVERYTHING: ClaimFile = {
  language: 'es',
  evidence: ['ht_caseworker_statement'],
  incomeEvidence: ['caseworker_decl', 'attorney_decl', 'witness_decl'],
  statementFacts: ['dates', 'hours', 'other-money'],
  emergency: { requested: true },
  representative: { kind: 'attorney' },
  crime: { start: '2008', end: '2010', circumstances: 'Me quitaron el pasaporte.' },
  work: [{ from: '2008', to: '2009', hoursPerWeek: { low: 10, high: 20 } }, { from: '2010' }],
  otherSources: [{ kind: 'lawsuit', state: 'expected' }],
  otherLosses: [{ kind: 'funeral-burial', amountCents: 100 }],
  calculationSheet: true,
  victim: { safeAtHome: true },
}

/** The packet of an invented claim, as sheets. */
export function viewOf(
  claim: ClaimFile,
  more: { readonly options?: PacketOptions | undefined; readonly exhibits?: readonly Exhibit[] } = {},
): PacketView {
  const { code } = findOfferedLanguage(claim.language) ?? getLanguage('en')
  return packetView({ claim, today: TEST_DAY, english: getTranslate('en'), own: getTranslate(code), language: code, ...more })
}

/** One mailed sheet of an invented claim, or undefined. */
export const mailed = (claim: ClaimFile, id: string): Sheet | undefined => viewOf(claim).mail.find(sheet => sheet.id === id)

/** One mailed sheet of an invented claim; throws when there is none. */
export const mailedSheet = (claim: ClaimFile, id: string): Sheet => required(mailed(claim, id), id)

/** One kept sheet of an invented claim; throws when there is none. */
export const keptSheet = (id: string, claim: ClaimFile, options?: PacketOptions, exhibits: readonly Exhibit[] = []): Sheet =>
  required(
    viewOf(claim, { options, exhibits }).keep.find(sheet => sheet.id === id),
    id,
  )

function required(sheet: Sheet | undefined, id: string): Sheet {
  if (!sheet) throw new Error(`no sheet ${id}`)
  return sheet
}

type Of<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>

export const blocksOf = <Kind extends Block['kind']>({ blocks }: Sheet, kind: Kind): readonly Of<Kind>[] =>
  blocks.filter((block): block is Of<Kind> => block.kind === kind)

export const rowsOf = (sheet: Sheet): readonly Row[] => blocksOf(sheet, 'rows').flatMap(({ rows }) => rows)
export const rowOf = (sheet: Sheet, label: string): Row | undefined => rowsOf(sheet).find(row => row.label === label)

/** Texts of the boxes to tick. */
export const ticksOf = (sheet: Sheet): string[] => blocksOf(sheet, 'checks').flatMap(({ items }) => items.map(({ text }) => text))

export const pointsOf = (sheet: Sheet): string[] => blocksOf(sheet, 'points').flatMap(({ items }) => items.map(({ text }) => text))

/** Texts of all cells, row by row. */
export const cellsOf = (sheet: Sheet): string[][] =>
  blocksOf(sheet, 'table').flatMap(({ rows }) => rows.map(row => row.map(({ text }) => text)))

/** Everything that the sheets say, as one text in which to search for words. */
export const wordsOf = (...sheets: readonly Sheet[]): string => JSON.stringify(sheets)
