import { CITATIONS } from '#machines/law/citations.ts'
import { filingDeadline } from '#machines/rules/deadline.ts'
import { dateAnswer, statementRow, textAnswer, yesNoAnswer, type Answer, type Telling } from '../answers.ts'
import type { Block, Sheet } from '../sheet.ts'
import { withGapsNamed } from './gaps.ts'
import { lineToFill, personRows } from './person-rows.ts'
import { swornSignature } from './signing-blocks.ts'

/**
 * Why the claim comes late, with the facts that CalVCB's form asks for. The sheet is made when the time to file has passed, and
 * when only a late discovery keeps the claim in time. A missing answer becomes room to write in.
 */
export function lateFilingStatement(telling: Telling): Sheet | null {
  const { claim, today, t, language } = telling
  if (!filingDeadline(claim, today).lateFilingStatement) return null
  const { testified, testifiedDetail, paroleOrRelease, paroleOrReleaseDetail, reason } = claim.lateFiling ?? {}
  const discovered = dateAnswer(telling, claim.crime?.discovered, 'crime.discovered')
  return withGapsNamed(telling, {
    id: 'late-filing',
    title: t('statements:late.title'),
    eyebrow: t('packet:eyebrow.statement'),
    language,
    blocks: [
      { kind: 'paragraph', text: t('statements:late.intro', { form: CITATIONS['drs-09059'].text }) },
      {
        kind: 'rows',
        rows: [
          ...personRows(telling),
          lineToFill(telling, 'applicationNumber'),
          ...(discovered.words ? [statementRow(telling, 'discovered', discovered)] : []),
        ],
      },
      { kind: 'heading', text: t('statements:late.testified') },
      yesNo(telling, 'testified', testified),
      ...explanation(telling, 'testifiedDetail', testifiedDetail, testified),
      { kind: 'heading', text: t('statements:late.parole') },
      yesNo(telling, 'paroleOrRelease', paroleOrRelease),
      ...explanation(telling, 'paroleOrReleaseDetail', paroleOrReleaseDetail, paroleOrRelease),
      { kind: 'heading', text: t('statements:late.reason') },
      wordsOrRoom(telling, 'lateReason', textAnswer(reason, 'lateFiling.reason')),
      swornSignature(telling, t('statements:late.title')),
    ],
  })
}

const yesNo = (telling: Telling, field: 'testified' | 'paroleOrRelease', answer: boolean | undefined): Block => ({
  kind: 'rows',
  rows: [statementRow(telling, field, yesNoAnswer(telling, answer, `lateFiling.${field}`))],
})

/** The row of an explanation. The answer "no" needs none, but an explanation that was given is always printed. */
function explanation(
  telling: Telling,
  field: 'testifiedDetail' | 'paroleOrReleaseDetail',
  text: string | undefined,
  asked: boolean | undefined,
): Block[] {
  const answer = textAnswer(text, `lateFiling.${field}`)
  return answer.words === undefined && asked === false ? [] : [wordsOrRoom(telling, field, answer)]
}

function wordsOrRoom(telling: Telling, field: string, answer: Answer): Block {
  if (answer.words !== undefined) return { kind: 'rows', rows: [statementRow(telling, field, answer)] }
  return { kind: 'writing-space', label: telling.t(`packet:field.${field}`), lines: 3 }
}
