import {
  choiceAnswer,
  dateAnswer,
  hoursAnswer,
  listAnswer,
  moneyAnswer,
  nameAnswer,
  statementCell,
  statementRow,
  textAnswer,
  type Telling,
} from '../answers.ts'
import type { Block, Cell, HandLine, Row, Sheet } from '../sheet.ts'
import { claimantPath, hasOwnClaimant, signerOf } from '../signers.ts'

/** Periods of work for which there is room when none was answered. */
const BLANK_PERIODS = 3
const BLANK_SOURCES = 2
const blankCells = (count: number): Cell[] => Array.from({ length: count }, () => ({ text: '', blank: true }))

/**
 * The statement of income loss, to be signed by hand: dates, weekly hours by period, other reimbursement. Above
 * the signature stands nothing that was not answered: a gap is a line to fill in, and "none" is stated only where
 * it was the answer. `null` where a family member claims for themselves and no work was given: the loss is the victim's.
 */
export function declaration(telling: Telling): Sheet | null {
  const { claim, t, language } = telling
  if (hasOwnClaimant(claim) && !claim.work?.length) return null
  return {
    id: 'declaration',
    title: t('packet:declaration.title'),
    eyebrow: t('packet:eyebrow.statement'),
    language,
    blocks: [
      { kind: 'paragraph', text: t('packet:declaration.intro') },
      { kind: 'rows', rows: personRows(telling) },
      { kind: 'heading', text: t('packet:declaration.dates') },
      {
        kind: 'rows',
        rows: [
          statementRow(telling, 'start', dateAnswer(telling, claim.crime?.start, 'crime.start')),
          statementRow(telling, 'end', dateAnswer(telling, claim.crime?.end, 'crime.end')),
        ],
      },
      { kind: 'heading', text: t('packet:declaration.work') },
      workBlock(telling),
      { kind: 'heading', text: t('packet:declaration.sources') },
      sourcesBlock(telling),
      { kind: 'signature', sentences: oath(telling), note: t('packet:perjury.draft'), lines: signatureLines(telling) },
    ],
  }
}

function personRows(telling: Telling): Row[] {
  const { claim } = telling
  const path = claimantPath(claim)
  const victim = statementRow(telling, 'victimName', nameAnswer(claim.victim, 'victim'))
  if (signerOf(claim) === 'guardian') {
    return [
      statementRow(telling, 'signerName', nameAnswer(claim.guardian, 'guardian')),
      statementRow(telling, 'signsFor', nameAnswer(claim.victim, 'victim')),
      statementRow(telling, 'authority', choiceAnswer(telling, claim.guardian?.authority, 'guardian.authority', 'authority')),
    ]
  }
  const own = statementRow(telling, 'signerName', nameAnswer(claim[path], path))
  return path === 'claimant' ? [own, victim] : [own]
}

function workBlock(telling: Telling): Block {
  const { work } = telling.claim
  const columns = ([['kind', 2.2], ['from', 1.7], ['to', 1.7], ['hours', 1.3], ['paid', 1.3]] as const).map(([name, weight]) => ({
    text: telling.t(`packet:column.${name}`),
    weight,
  }))
  if (work?.length === 0) return { kind: 'rows', rows: [statementRow(telling, 'work', listAnswer(telling, [], 'work'))] }
  if (!work) return { kind: 'table', columns, rows: Array.from({ length: BLANK_PERIODS }, () => blankCells(columns.length)) }
  return {
    kind: 'table',
    columns,
    rows: work.map((period, index) => [
      statementCell(textAnswer(period.kind, `work.${index}.kind`)),
      statementCell(dateAnswer(telling, period.from, `work.${index}.from`)),
      statementCell(dateAnswer(telling, period.to, `work.${index}.to`)),
      statementCell(hoursAnswer(telling, period.hoursPerWeek, `work.${index}.hoursPerWeek`)),
      statementCell(moneyAnswer(telling, period.paidCents, `work.${index}.paidCents`)),
    ]),
  }
}

function sourcesBlock(telling: Telling): Block {
  const { otherSources } = telling.claim
  const columns = ([['source', 2.4], ['state', 1.6], ['amount', 1.2]] as const).map(([name, weight]) => ({
    text: telling.t(`packet:column.${name}`),
    weight,
  }))
  if (otherSources?.length === 0) {
    return { kind: 'rows', rows: [statementRow(telling, 'otherSources', listAnswer(telling, [], 'otherSources'))] }
  }
  if (!otherSources) return { kind: 'table', columns, rows: Array.from({ length: BLANK_SOURCES }, () => blankCells(columns.length)) }
  return {
    kind: 'table',
    columns,
    rows: otherSources.map((source, index) => [
      statementCell(choiceAnswer(telling, source.kind, `otherSources.${index}.kind`, 'source')),
      statementCell(choiceAnswer(telling, source.state, `otherSources.${index}.state`, 'sourceState')),
      statementCell(moneyAnswer(telling, source.amountCents, `otherSources.${index}.amountCents`)),
    ]),
  }
}

/** The sentence of Code Civ. Proc. § 2015.5; who signs for somebody else does so on information and belief (Gov. Code § 13952(b)). */
function oath(telling: Telling): string[] {
  const { claim, t } = telling
  if (signerOf(claim) === 'guardian') return [t('packet:perjury.informationAndBelief'), t('packet:perjury.sentence')]
  return [t('packet:perjury.sentence')]
}

function signatureLines({ t }: Telling): HandLine[][] {
  return [
    [
      { label: t('packet:sign.signature'), weight: 2 },
      { label: t('packet:sign.date'), weight: 1 },
    ],
    [
      { label: t('packet:sign.printedName'), weight: 2 },
      { label: t('packet:sign.place'), weight: 2 },
    ],
  ]
}
