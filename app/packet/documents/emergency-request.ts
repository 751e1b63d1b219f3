import type { LanguageCode } from '#app/i18n/languages.ts'
import { CITATIONS } from '#machines/law/citations.ts'
import { DEADLINES } from '#machines/law/deadlines.ts'
import type { Telling } from '../answers.ts'
import type { Block, Sheet } from '../sheet.ts'
import { personRows } from './person-rows.ts'
import { plainSignature } from './signing-blocks.ts'

/**
 * The request for an emergency award. It gives the hardship in the person's own words and says that the advance may have to be
 * paid back.
 * @param told the language in which the person works and wrote the reason
 */
export function emergencyRequest(telling: Telling, told: LanguageCode): Sheet | null {
  const { claim, t, language } = telling
  if (claim.emergency?.requested !== true) return null
  const law = CITATIONS[DEADLINES.emergencyAward.citation].text
  const reason = claim.emergency.reason?.trim()
  const why: Block = reason
    ? { kind: 'story', text: reason, language: told, paths: ['emergency.reason'] }
    : { kind: 'writing-space', label: t('packet:field.emergencyReason'), lines: 5 }
  return {
    id: 'emergency-request',
    title: t('statements:emergency.title'),
    eyebrow: t('statements:eyebrow.request'),
    language,
    blocks: [
      { kind: 'rows', rows: personRows(telling) },
      { kind: 'paragraph', text: t('statements:emergency.ask', { law }), paths: ['emergency.requested'] },
      { kind: 'heading', text: t('statements:emergency.why') },
      why,
      { kind: 'heading', text: t('statements:emergency.terms') },
      { kind: 'points', items: ['hardship', 'advance', 'payBack'].map(key => ({ text: t(`statements:emergency.${key}`) })) },
      plainSignature(telling),
    ],
  }
}
