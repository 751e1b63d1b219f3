import {
  choiceAnswer,
  dateAnswer,
  hoursAnswer,
  listAnswer,
  moneyAnswer,
  paidAnswer,
  statementCell,
  statementRow,
  textAnswer,
  type Telling,
} from '../answers.ts'
import type { Block, Cell, Sheet } from '../sheet.ts'
import { hasOwnClaimant } from '../signers.ts'
import { withGapsNamed } from './gaps.ts'
import { personRows } from './person-rows.ts'
import { swornSignature } from './signing-blocks.ts'

/** How many empty rows for periods of work are drawn when none was answered. */
const BLANK_PERIODS = 3
const BLANK_SOURCES = 2
const blankCells = (count: number): Cell[] => Array.from({ length: count }, () => ({ text: '', blank: true }))

/**
 * The statement of income loss, to be signed by hand: dates, weekly hours by period, other reimbursement. It states only what
 * was answered: a missing answer becomes a line to fill in, and "none" is stated only when it was the answer.
 * @returns `null` when a family member claims for themselves and gave no work, because the income loss is then the victim's
 */
export function declaration(telling: Telling): Sheet | null {
  const { claim, t, language } = telling
  if (hasOwnClaimant(claim) && !claim.work?.length) return null
  return withGapsNamed(telling, {
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
      swornSignature(telling, t('packet:declaration.title')),
    ],
  })
}

function workBlock(telling: Telling): Block {
  const { work } = telling.claim
  const columns = (
    [
      ['kind', 2.2],
      ['from', 1.7],
      ['to', 1.7],
      ['hours', 1.3],
      ['paid', 1.3],
    ] as const
  ).map(([name, weight]) => ({
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
      statementCell(paidAnswer(telling, period, `work.${index}`)),
    ]),
  }
}

function sourcesBlock(telling: Telling): Block {
  const { otherSources } = telling.claim
  const columns = (
    [
      ['source', 2.4],
      ['state', 1.6],
      ['amount', 1.2],
    ] as const
  ).map(([name, weight]) => ({
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
