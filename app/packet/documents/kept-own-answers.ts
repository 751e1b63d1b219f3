import { choiceAnswer, listAnswer, row, yesNoAnswer, type Telling } from '../answers.ts'
import type { Block, Row } from '../sheet.ts'

/** The answers that are not mailed, because CalVCB does not ask for them or they only steer this program. */
export function ownAnswerBlocks(telling: Telling): Block[] {
  const { t } = telling
  return [
    { kind: 'heading', text: t('packet:help.own') },
    { kind: 'paragraph', text: t('packet:help.ownIntro') },
    { kind: 'rows', rows: ownRows(telling) },
  ]
}

/** The answer that there is no proof yet. The list of evidence does not say so, because it is mailed. */
const noProof = (telling: Telling): Row[] =>
  (
    [
      ['evidence', 'evidence'],
      ['incomeEvidence', 'income-evidence'],
    ] as const
  ).flatMap(([path, page]) => (telling.claim[path]?.length === 0 ? [row(telling, path, listAnswer(telling, [], path), page)] : []))

function ownRows(telling: Telling): Row[] {
  const { claim } = telling
  const pauses = row(telling, 'paymentPauses', listAnswer(telling, claim.paymentPauses, 'paymentPauses', 'pause'), 'payment-pauses')
  const sheet = row(telling, 'calculationSheet', yesNoAnswer(telling, claim.calculationSheet, 'calculationSheet'), 'signing')
  const tookPart = row(
    telling,
    'tookPart',
    choiceAnswer(telling, claim.guardian?.tookPart, 'guardian.tookPart', 'tookPart'),
    'guardian-role',
  )
  return [...noProof(telling), pauses, sheet, ...(tookPart.paths.length > 0 || claim.filer === 'parent-or-guardian' ? [tookPart] : [])]
}
