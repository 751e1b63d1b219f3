import type { KeptTelling } from '../kept-telling.ts'
import type { Block, Sheet } from '../sheet.ts'
import { copiedCrime, copiedLateFiling, copiedReports, copiedWork } from './kept-copy-crime.ts'
import type { CopyTelling } from './kept-copy-row.ts'
import { copiedEmergency, copiedLosses, copiedProof, copiedSources } from './kept-copy-money.ts'
import { copiedClaimant, copiedRepresentative, copiedSigner, copiedVictim } from './kept-copy-people.ts'

/**
 * A page to copy from while typing into CalVCB Online: the answers in English, in the order of the application, one row for each
 * field. It does not tell the story: only the story's own sheet does, so that the person can leave that one sheet with a helper.
 */
export function keptCopyPage(telling: KeptTelling): Sheet {
  const { t, language, english } = telling
  const copying: CopyTelling = { english, own: telling, withoutStory: telling.withoutStory }
  const sections = [
    ['claimant', copiedClaimant],
    ['victim', copiedVictim],
    ['signer', copiedSigner],
    ['crime', copiedCrime],
    ['reports', copiedReports],
    ['work', copiedWork],
    ['losses', copiedLosses],
    ['sources', copiedSources],
    ['emergency', copiedEmergency],
    ['lateFiling', copiedLateFiling],
    ['representative', copiedRepresentative],
  ] as const
  const own = (key: string) => ({ text: english.t(key), ...(language !== 'en' && { translation: t(key) }) })
  const filled = [
    ...sections.map(([name, rows]) => [`packet:application.section.${name}`, rows(copying)] as const),
    ['keep:copy.proof', copiedProof(copying)] as const,
  ]
    .filter(([, rows]) => rows.length > 0)
    .flatMap(([key, rows]): Block[] => [
      { kind: 'heading', ...own(key) },
      { kind: 'rows', rows },
    ])
  return {
    id: 'copy-page',
    title: t('keep:copy.title'),
    eyebrow: t('packet:eyebrow.keep'),
    language,
    blocks: [
      { kind: 'paragraph', text: t('keep:copy.intro') },
      { kind: 'notice', text: t('keep:copy.notRead') },
      ...(filled.length > 0 ? filled : [{ kind: 'paragraph' as const, text: t('keep:copy.nothing') }]),
    ],
  }
}
