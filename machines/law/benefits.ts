import type { Day } from '#machines/calendar/day.ts'
import type { CitationId } from './citations.ts'

/** What a limit is counted by; `null` where it has no figure of its own. */
type BenefitUnit = 'application' | 'year' | 'person' | 'household' | 'crime' | 'deceased-victim' | 'claim'

/** One kind of help that CalVCB pays for. All sums are in cents. */
export interface BenefitRow {
  readonly id: string
  /** First day of the row; `null` where it was not read. */
  readonly from: Day | null
  readonly to: Day | null
  /** The limit as read at the citation, whose confidence it shares; `null` where there is none of its own, or none was read. */
  readonly capCents: number | null
  readonly unit: BenefitUnit | null
  readonly citation: CitationId
  /** A figure that is only general knowledge: never shown without the words "not verified". */
  readonly unverifiedCapCents?: number
  /** The limit that older pages named; kept to recognize them, never shown as current. */
  readonly priorCapCents?: number
  /** The limit that AB 160 would bring if its budget trigger fired. No sign of that was found, so it is never shown as current. */
  readonly notInForceCapCents?: number
}

const row = (
  id: string,
  citation: CitationId,
  capCents: number | null,
  unit: BenefitUnit | null,
  more: Partial<BenefitRow> = {},
): BenefitRow => ({
  from: null,
  to: null,
  ...more,
  id,
  citation,
  capCents,
  unit,
})

export const BENEFITS: readonly BenefitRow[] = [
  row('overall_cap', 'gov-13957-overall', 7_000_000, 'application', { notInForceCapCents: 10_000_000 }),
  row('ht_income_loss', 'calvcb-trafficking', 1_000_000, 'year', { from: '2020-01-01' }),
  row('income_loss_general', 'gov-13957.5', null, null),
  row('income_loss_parent_hospitalized', 'gov-13957.5', null, null),
  row('income_loss_parent_death', 'gov-13957.5', null, null),
  row('support_loss', '2-ccr-649.33', null, null),
  row('medical_dental', 'gov-13957-medical', null, null),
  row('mental_health_victim', 'gov-13957-counseling', 1_000_000, 'person'),
  row('mental_health_derivative', 'gov-13957-counseling-derivative', null, 'person', { unverifiedCapCents: 500_000 }),
  row('mental_health_minor_witness', 'minor-witness-counseling', 500_000, 'person'),
  row('mental_health_sessions', 'calvcb-session-guidelines', null, null),
  row('inpatient_psychiatric', 'inpatient-psychiatric', null, null),
  row('relocation', 'relocation-amount', null, 'household', {
    unverifiedCapCents: 341_800,
    priorCapCents: 200_000,
    notInForceCapCents: 750_000,
  }),
  row('residential_security', 'benefits-january-2022', 100_000, 'application'),
  row('crime_scene_cleanup', 'calvcb-crime-scene', 170_900, 'crime', { priorCapCents: 100_000 }),
  row('funeral_burial', 'calvcb-funeral', 1_281_800, 'deceased-victim', { priorCapCents: 750_000, notInForceCapCents: 2_000_000 }),
  row('home_modification', 'calvcb-what-is-covered', null, null),
  row('vehicle_modification', 'benefits-january-2022', 3_000_000, 'application'),
  row('job_retraining', 'calvcb-what-is-covered', null, null),
  row('service_dog', 'benefits-january-2022', 1_000_000, 'application'),
  row('mileage', 'calvcb-what-is-covered', null, null),
  row('child_care', 'calvcb-trafficking-sheet', null, null),
  row('emergency_award', 'gov-13952.5', null, null),
  row('attorney_fees', '2-ccr-649.21', 50_000, 'person'),
  row('good_samaritan', 'gov-13973', 1_000_000, 'claim'),
]
