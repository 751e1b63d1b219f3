import { CRIME_EVIDENCE_IDS, INCOME_EVIDENCE_IDS } from '#machines/law/evidence.ts'
import { listAnswer, row, type Telling } from '../answers.ts'
import type { Exhibit } from '../exhibit.ts'
import type { Block, Sheet } from '../sheet.ts'
import { exhibitIndex } from './exhibits.ts'

/** Lists the proof that goes with the claim, each with a box to tick once it is in the envelope, and the attached papers by letter. */
export function evidenceList(telling: Telling, exhibits: readonly Exhibit[]): Sheet {
  const { claim, t, language } = telling
  return {
    id: 'evidence',
    title: t('packet:evidence.title'),
    eyebrow: t('packet:eyebrow.companion'),
    language,
    blocks: [
      { kind: 'paragraph', text: t('packet:evidence.intro') },
      { kind: 'heading', text: t('packet:evidence.crime') },
      boxes(telling, 'evidence', CRIME_EVIDENCE_IDS, claim.evidence),
      { kind: 'heading', text: t('packet:evidence.income') },
      boxes(telling, 'incomeEvidence', INCOME_EVIDENCE_IDS, claim.incomeEvidence),
      ...exhibitIndex(telling, exhibits),
      { kind: 'heading', text: t('packet:evidence.more') },
      { kind: 'writing-space', label: t('packet:evidence.moreSpace'), lines: 4 },
    ],
  }
}

/** @param order the ids in the order of the question's choices, so that the lists of two claims look alike */
function boxes(
  telling: Telling,
  path: 'evidence' | 'incomeEvidence',
  order: readonly string[],
  list: readonly string[] | undefined,
): Block {
  if (!list || list.length === 0) {
    const question = path === 'evidence' ? 'evidence' : 'income-evidence'
    return { kind: 'rows', rows: [row(telling, path, listAnswer(telling, list && [], path), question)] }
  }
  const items = list.map((id, index) => ({ id, text: telling.t(`packet:evidence.${path}.${id}`), paths: [`${path}.${index}`] }))
  return { kind: 'checks', items: items.toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id)) }
}
