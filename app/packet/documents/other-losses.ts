import type { LOSS_KINDS } from '#machines/answers/claim-file.ts'
import { BENEFITS, type BenefitRow } from '#machines/law/benefits.ts'
import { CITATIONS } from '#machines/law/citations.ts'
import { formatMoney } from '#app/i18n/format.ts'
import { statementCell, type Telling } from '../answers.ts'
import { sourceLine } from '../explain.ts'
import type { Block, Point, Sheet } from '../sheet.ts'
import { lossesBlock } from './application-money.ts'
import { withGapsNamed } from './gaps.ts'

type LossKind = (typeof LOSS_KINDS)[number]

/** The row of the law's table that sets the limit for a kind of loss. */
const BENEFIT_OF: Partial<Record<LossKind, string>> = {
  'mental-health': 'mental_health_victim',
  relocation: 'relocation',
  'residential-security': 'residential_security',
  'crime-scene-cleanup': 'crime_scene_cleanup',
  'funeral-burial': 'funeral_burial',
  'vehicle-modification': 'vehicle_modification',
  'service-animal': 'service_dog',
}

/** A limit is mailed only when the statute or a CalVCB page states it. */
const isFirm = ({ capCents, citation }: BenefitRow) => capCents !== null && ['statute', 'agency'].includes(CITATIONS[citation].confidence)

/** Losses other than the lost income, with the sum of the known amounts and the limits that the sources state. */
export function otherLosses(telling: Telling): Sheet | null {
  const { claim, t, language } = telling
  if (!claim.otherLosses?.length) return null
  const known = claim.otherLosses.flatMap(({ amountCents }) => amountCents ?? [])
  const sum = known.reduce((total, cents) => total + cents, 0)
  const limits = limitPoints(telling)
  return withGapsNamed(telling, {
    id: 'other-losses',
    title: t('statements:losses.title'),
    eyebrow: t('packet:eyebrow.companion'),
    language,
    blocks: [
      { kind: 'paragraph', text: t('statements:losses.intro') },
      lossesBlock(telling, statementCell),
      ...(known.length > 0 ? [sumRows(telling, sum)] : []),
      ...(limits.length > 0
        ? ([
            { kind: 'heading', text: t('statements:losses.limits') },
            { kind: 'points', items: limits },
            { kind: 'paragraph', small: true, text: t('statements:losses.note') },
          ] as const)
        : []),
    ],
  })
}

const sumRows = ({ t, language }: Telling, cents: number): Block => ({
  kind: 'rows',
  rows: [{ label: t('statements:losses.sum'), value: formatMoney(cents, language), paths: [] }],
})

function limitPoints({ claim, t, language }: Telling): Point[] {
  const kinds = [...new Set(claim.otherLosses?.map(({ kind }) => kind))]
  return kinds.flatMap(kind => {
    const row = BENEFITS.find(({ id }) => id === BENEFIT_OF[kind])
    if (!row || !isFirm(row)) return []
    const amount = formatMoney(row.capCents ?? 0, language)
    return [{ text: t(`statements:limit.${row.unit}`, { loss: t(`terms:loss.${kind}`), amount }), notes: [sourceLine(t, row.citation)] }]
  })
}
