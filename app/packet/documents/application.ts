import type { Telling } from '../answers.ts'
import type { Block, Row, Sheet } from '../sheet.ts'
import { crimeRows, lateFilingRows, reportsBlock, workBlock } from './application-crime.ts'
import { emergencyRows, lossesBlock, sourcesBlock } from './application-money.ts'
import { claimantRows, representativeRows, signerRows, victimRows } from './application-people.ts'

/**
 * The application's contents in the order of CalVCB's application, as far as we could read it: we know sections 1, 2, 3
 * and 6 by number, and the sections between them by what 2 CCR § 649.7(a) asks for. This sheet goes with CalVCB's form and does
 * not replace it.
 */
export function application(telling: Telling): Sheet {
  const { t, language } = telling
  const section = (name: string, block: Block): Block[] => [{ kind: 'heading', text: t(`packet:application.section.${name}`) }, block]
  const rows = (list: readonly Row[]): Block => ({ kind: 'rows', rows: list })
  const lateFiling = lateFilingRows(telling)
  return {
    id: 'application',
    title: t('packet:application.title'),
    eyebrow: t('packet:eyebrow.companion'),
    language,
    blocks: [
      { kind: 'paragraph', text: t('packet:application.intro') },
      { kind: 'paragraph', text: t('packet:application.signature') },
      ...section('claimant', rows(claimantRows(telling))),
      ...section('victim', rows(victimRows(telling))),
      ...section('signer', rows(signerRows(telling))),
      ...section('crime', rows(crimeRows(telling))),
      ...section('reports', reportsBlock(telling)),
      ...section('work', workBlock(telling)),
      ...section('losses', lossesBlock(telling)),
      ...section('sources', sourcesBlock(telling)),
      ...section('emergency', rows(emergencyRows(telling))),
      ...(lateFiling.length > 0 ? section('lateFiling', rows(lateFiling)) : []),
      ...section('representative', rows(representativeRows(telling))),
    ],
  }
}
