import { CRIME_EVIDENCE_IDS, INCOME_EVIDENCE_IDS } from '#machines/law/evidence.ts'
import {
  AUTHORITIES,
  CAPACITIES,
  CRIME_KINDS,
  EMPLOYER_SIZES,
  FILERS,
  LOSS_KINDS,
  PAYMENT_PAUSES,
  REPRESENTATIVE_KINDS,
  SOURCE_KINDS,
  SOURCE_STATES,
  STATEMENT_FACTS,
  TOOK_PART,
} from './claim-file.ts'

/** What a field offers to choose from, by the group of `locales/<lng>/terms.json` that labels it. */
export const CHOICES = {
  filer: FILERS,
  capacity: CAPACITIES,
  authority: AUTHORITIES,
  tookPart: TOOK_PART,
  kind: CRIME_KINDS,
  evidence: CRIME_EVIDENCE_IDS,
  incomeEvidence: INCOME_EVIDENCE_IDS,
  statementFact: STATEMENT_FACTS,
  employerSize: EMPLOYER_SIZES,
  loss: LOSS_KINDS,
  source: SOURCE_KINDS,
  sourceState: SOURCE_STATES,
  pause: PAYMENT_PAUSES,
  representativeKind: REPRESENTATIVE_KINDS,
} as const satisfies Readonly<Record<string, readonly string[]>>

export type ChoiceGroup = keyof typeof CHOICES
