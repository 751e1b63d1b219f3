import { assembleClaim } from '#machines/claim/assemble.ts'
import { DEADLINES } from '#machines/law/deadlines.ts'
import { mayBeUnder } from '#machines/rules/age.ts'
import type { CaseVisit } from './open-case.server.ts'

/** Whether the victim may be a minor. If so, pages remind members of duties that they may have. */
export function isMinor({ found, answers }: CaseVisit): boolean {
  const { victim } = assembleClaim(found.answers, answers.today)
  return mayBeUnder(DEADLINES.payAge.amount, victim?.birthDate, answers.today)
}
