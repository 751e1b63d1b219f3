import type { ClaimFile } from '#machines/answers/claim-file.ts'
import type { Day } from '#machines/calendar/day.ts'
import { DEADLINES } from '#machines/law/deadlines.ts'
import { mayBeUnder } from '#machines/rules/age.ts'

/** Whether the victim may be a minor. If so, pages remind members of duties that they may have. */
export const isMinor = ({ victim }: ClaimFile, today: Day): boolean => mayBeUnder(DEADLINES.payAge.amount, victim?.birthDate, today)
