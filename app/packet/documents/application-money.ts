import { cell, choiceAnswer, moneyAnswer, row, textAnswer, yesNoAnswer, type Answer, type Telling } from '../answers.ts'
import type { Block, Cell, Row } from '../sheet.ts'
import { listBlock } from './list-block.ts'

/**
 * Losses other than the income lost through the trafficking (2 CCR § 649.7(a)(5)).
 * @param inCell how an answer stands in its cell, also one that is missing
 */
export function lossesBlock(telling: Telling, inCell = (answer: Answer): Cell => cell(telling, answer, 'other-losses')): Block {
  return listBlock(telling, {
    list: telling.claim.otherLosses,
    path: 'otherLosses',
    question: 'other-losses',
    columns: { loss: 2, amount: 1, detail: 2.4 },
    cells: (loss, path) => [
      inCell(choiceAnswer(telling, loss.kind, `${path}.kind`, 'loss')),
      inCell(moneyAnswer(telling, loss.amountCents, `${path}.amountCents`)),
      inCell(textAnswer(loss.detail, `${path}.detail`)),
    ],
  })
}

/** Money for the same losses from other sources, because CalVCB pays only after every other source. */
export function sourcesBlock(telling: Telling): Block {
  return listBlock(telling, {
    list: telling.claim.otherSources,
    path: 'otherSources',
    question: 'other-sources',
    columns: { source: 2, state: 1.4, amount: 1, detail: 2 },
    cells: (source, path) => [
      cell(telling, choiceAnswer(telling, source.kind, `${path}.kind`, 'source'), 'other-sources'),
      cell(telling, choiceAnswer(telling, source.state, `${path}.state`, 'sourceState'), 'other-sources'),
      cell(telling, moneyAnswer(telling, source.amountCents, `${path}.amountCents`), 'other-sources'),
      cell(telling, textAnswer(source.detail, `${path}.detail`), 'other-sources'),
    ],
  })
}

export function emergencyRows(telling: Telling): Row[] {
  const { emergency } = telling.claim
  const told = textAnswer(emergency?.reason, 'emergency.reason')
  // The request's own sheet tells the reason.
  const onSheet = emergency?.requested === true && told.words !== undefined
  const reason = row(
    telling,
    'emergencyReason',
    onSheet ? { words: telling.t('statements:emergency.seeSheet'), paths: [] } : told,
    'emergency',
  )
  return [
    row(telling, 'emergency', yesNoAnswer(telling, emergency?.requested, 'emergency.requested'), 'emergency'),
    ...(emergency?.requested === true || reason.paths.length > 0 ? [reason] : []),
  ]
}
