import { choiceAnswer, listAnswer, moneyAnswer, textAnswer, yesNoAnswer, type Answer } from '../answers.ts'
import type { Row } from '../sheet.ts'
import { copyRow, type CopyTelling } from './kept-copy-row.ts'

/** Keys of the labels for the parts of a loss and of other money. */
const LABELS = {
  kind: 'keep:copy.field.kind',
  state: 'packet:column.state',
  amountCents: 'packet:column.amount',
  detail: 'packet:column.detail',
} as const
type Part = keyof typeof LABELS

export function copiedLosses(copying: CopyTelling): Row[] {
  const { english } = copying
  const { otherLosses } = english.claim
  if (otherLosses?.length === 0) return copyRow(copying, 'packet:field.otherLosses', listAnswer(english, [], 'otherLosses'))
  return (otherLosses ?? []).flatMap((loss, index) => {
    const path = `otherLosses.${index}`
    const row = (part: Part, answer: Answer) => copyRow(copying, LABELS[part], answer, { key: 'keep:copy.list.loss', number: index + 1 })
    return [
      ...row('kind', choiceAnswer(english, loss.kind, `${path}.kind`, 'loss')),
      ...row('amountCents', moneyAnswer(english, loss.amountCents, `${path}.amountCents`)),
      ...row('detail', textAnswer(loss.detail, `${path}.detail`)),
    ]
  })
}

export function copiedSources(copying: CopyTelling): Row[] {
  const { english } = copying
  const { otherSources } = english.claim
  if (otherSources?.length === 0) return copyRow(copying, 'packet:field.otherSources', listAnswer(english, [], 'otherSources'))
  return (otherSources ?? []).flatMap((source, index) => {
    const path = `otherSources.${index}`
    const row = (part: Part, answer: Answer) => copyRow(copying, LABELS[part], answer, { key: 'keep:copy.list.source', number: index + 1 })
    return [
      ...row('kind', choiceAnswer(english, source.kind, `${path}.kind`, 'source')),
      ...row('state', choiceAnswer(english, source.state, `${path}.state`, 'sourceState')),
      ...row('amountCents', moneyAnswer(english, source.amountCents, `${path}.amountCents`)),
      ...row('detail', textAnswer(source.detail, `${path}.detail`)),
    ]
  })
}

export function copiedEmergency(copying: CopyTelling): Row[] {
  const { english } = copying
  const { emergency } = english.claim
  return [
    ...copyRow(copying, 'packet:field.emergency', yesNoAnswer(english, emergency?.requested, 'emergency.requested')),
    ...copyRow(copying, 'packet:field.emergencyReason', textAnswer(emergency?.reason, 'emergency.reason')),
  ]
}

/** The proof that goes with the claim. */
export function copiedProof(copying: CopyTelling): Row[] {
  const { english } = copying
  const { evidence, incomeEvidence } = english.claim
  const row = (field: string, list: readonly string[] | undefined) => {
    // Nobody has to write that they have no proof.
    const named = list?.map(id => english.t(`packet:evidence.${field}.${id}`)).join('; ')
    const answer: Answer = { words: named || undefined, paths: listAnswer(english, list, field).paths }
    return copyRow(copying, `packet:field.${field}`, answer)
  }
  return [...row('evidence', evidence), ...row('incomeEvidence', incomeEvidence)]
}
