import type { ClaimAnswers } from './answers.ts'

/**
 * The shortest complete claim for income loss of a victim who files alone and is not in Safe at Home (a member
 * sees one page fewer): invented, with every fact that a complete application needs and "none" wherever it may be.
 * The work falls after 2022, when the minimum wage no longer depends on the employer's size.
 */
export const SHORTEST_CLAIM: ClaimAnswers = {
  filer: { value: { filer: 'victim' } },
  kinds: { value: { kinds: ['labor'] } },
  place: { value: { inCalifornia: true, places: ['Example City'] } },
  dates: { value: { start: '2023', end: '2024' } },
  reports: { value: { reports: [] } },
  story: { value: { circumstances: 'I had to clean homes. They took my pay.' } },
  work: { value: { periods: [{ from: '2023', to: '2024', hoursPerWeek: 40 }] } },
  evidence: { value: { evidence: ['ht_caseworker_statement'] } },
  'income-evidence': { value: { incomeEvidence: ['applicant_decl'] } },
  'other-losses': { value: { losses: [] } },
  'other-sources': { value: { sources: [] } },
  emergency: { value: { requested: false } },
  'payment-pauses': { value: { pauses: [] } },
  names: { value: { firstName: 'Rosa', lastName: 'Ejemplo', birthDate: '1990' } },
  contact: { value: { phone: '555-0100' } },
  'safe-at-home': { value: { safeAtHome: false } },
  'residence-address': { value: { residenceAddress: { street: '1 Example Street', city: 'Example City', state: 'CA', zip: '00000' } } },
  'mailing-address': { value: { mailingAddress: { street: '1 Example Street', city: 'Example City', state: 'CA', zip: '00000' } } },
  'preferred-language': { value: { preferredLanguage: 'English' } },
  representative: { value: { representative: null } },
  signing: { value: { calculationSheet: false } },
}
