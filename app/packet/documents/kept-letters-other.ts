import { DEADLINES } from '#machines/law/deadlines.ts'
import type { Telling } from '../answers.ts'
import type { Sheet } from '../sheet.ts'
import { blankRow, letterFrame, personRow } from './kept-letter-frame.ts'

/** Letters that ask a clinic for the records of some days, but not for counseling notes. */
export function recordsLetters(telling: Telling): Sheet[] {
  const { claim, t } = telling
  if (!claim.evidence?.includes('medical_records')) return []
  return [
    letterFrame(telling, {
      id: 'letter-records',
      key: 'records',
      official: false,
      body: [
        { kind: 'paragraph', text: t('keep:letter.records.ask') },
        { kind: 'rows', rows: [personRow(telling), blankRow(t('keep:letter.birthDate')), blankRow(t('keep:letter.records.visits'))] },
        { kind: 'paragraph', text: t('keep:letter.records.only') },
        { kind: 'points', items: ['days', 'care', 'bills'].map(point => ({ text: t(`keep:letter.records.${point}`) })) },
        { kind: 'paragraph', text: t('keep:letter.records.notes') },
        { kind: 'paragraph', text: t('keep:letter.fee') },
      ],
    }),
  ]
}

/** Letters that ask an agency for its endorsement (Pen. Code § 236.5), only when a visa document was chosen as proof. */
export function endorsementLetters(telling: Telling): Sheet[] {
  const { claim, t } = telling
  if (!claim.evidence?.includes('visa_document')) return []
  const rule = (name: string, count: number) => ({ text: t(`keep:letter.endorsement.${name}`, { count }) })
  return [
    letterFrame(telling, {
      id: 'letter-endorsement',
      key: 'endorsement',
      official: true,
      body: [
        { kind: 'paragraph', text: t('keep:letter.endorsement.ask') },
        { kind: 'rows', rows: [personRow(telling), blankRow(t('keep:letter.birthDate'))] },
        { kind: 'paragraph', text: t('keep:letter.endorsement.rules') },
        {
          kind: 'points',
          items: [
            rule('days', DEADLINES.endorsement.amount),
            rule('reasons', DEADLINES.endorsementReasons.amount),
            rule('again', DEADLINES.endorsementReview.amount),
          ],
        },
        { kind: 'paragraph', text: t('keep:letter.endorsement.answer') },
      ],
    }),
  ]
}
