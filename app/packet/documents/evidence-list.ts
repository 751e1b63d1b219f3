import { CRIME_EVIDENCE_IDS, INCOME_EVIDENCE_IDS } from '#machines/law/evidence.ts'
import type { Telling } from '../answers.ts'
import type { Exhibit } from '../exhibit.ts'
import type { Block, Sheet } from '../sheet.ts'
import { exhibitIndex } from './exhibits.ts'

/**
 * Lists the proof that goes with the claim, each with a box to tick once it is in the envelope, and the attached papers by letter. What
 * the person does not have is nobody's business but theirs: it is not mailed, and stands among the answers to keep.
 */
export function evidenceList(telling: Telling, exhibits: readonly Exhibit[]): Sheet | null {
  const { claim, t, language } = telling
  const listed = [
    ...boxes(telling, 'crime', 'evidence', CRIME_EVIDENCE_IDS, claim.evidence),
    ...boxes(telling, 'income', 'incomeEvidence', INCOME_EVIDENCE_IDS, claim.incomeEvidence),
    ...exhibitIndex(telling, exhibits),
  ]
  if (listed.length === 0 && claim.evidence && claim.incomeEvidence) return null
  return {
    id: 'evidence',
    title: t('packet:evidence.title'),
    eyebrow: t('packet:eyebrow.companion'),
    language,
    blocks: [
      ...(listed.length > 0 ? ([{ kind: 'paragraph', text: t('packet:evidence.intro') }] as const) : []),
      ...listed,
      { kind: 'heading', text: t('packet:evidence.more') },
      { kind: 'writing-space', label: t('packet:evidence.moreSpace'), lines: 4, mayStayEmpty: true },
    ],
  }
}

/** @param order the ids in the order of the question's choices, so that the lists of two claims look alike */
function boxes(
  telling: Telling,
  heading: 'crime' | 'income',
  path: 'evidence' | 'incomeEvidence',
  order: readonly string[],
  list: readonly string[] = [],
): Block[] {
  if (list.length === 0) return []
  const items = list.map((id, index) => ({ id, text: telling.t(`packet:evidence.${path}.${id}`), paths: [`${path}.${index}`] }))
  return [
    { kind: 'heading', text: telling.t(`packet:evidence.${heading}`) },
    { kind: 'checks', items: items.toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id)) },
  ]
}
