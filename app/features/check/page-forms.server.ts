import { CRIME_KINDS, PAYMENT_PAUSES } from '#machines/answers/claim-file.ts'
import type { CheckQuestionId } from '#machines/eligibility/questions/index.ts'
import { CHECK_PLACES } from '#machines/eligibility/questions/place.ts'
import { CRIME_EVIDENCE_IDS, INCOME_EVIDENCE_IDS } from '#machines/law/evidence.ts'
import { anyOfForm, oneOfForm } from './choices-form.server.ts'
import { birthForm, datesForm } from './date-form.server.ts'
import { hoursForm } from './hours-form.server.ts'
import type { PageForm } from './page-form.server.ts'

/** The form of every question. */
export const PAGE_FORMS: Readonly<Record<CheckQuestionId, PageForm>> = {
  kinds: anyOfForm('kinds'),
  place: oneOfForm('place'),
  dates: datesForm,
  hours: hoursForm,
  'birth-year': birthForm,
  proof: anyOfForm('evidence'),
  'loss-proof': anyOfForm('incomeEvidence'),
  pauses: anyOfForm('pauses'),
}

/** What each question offers to choose from, in order; the sentences are the page's. */
export const PAGE_OPTIONS: Readonly<Partial<Record<CheckQuestionId, readonly string[]>>> = {
  kinds: CRIME_KINDS,
  place: CHECK_PLACES,
  proof: CRIME_EVIDENCE_IDS,
  'loss-proof': INCOME_EVIDENCE_IDS,
  pauses: PAYMENT_PAUSES,
}
