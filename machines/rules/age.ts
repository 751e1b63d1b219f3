import { addYears, firstDayOf, lastDayOf, type PartialDate } from '#machines/calendar/day.ts'

/**
 * Whether a person may still be under an age on a date. Both dates are read in favor of "may":
 * the latest possible birthday and the earliest possible day. An unknown birth date says nothing: false.
 */
export function mayBeUnder(age: number, birthDate: PartialDate | undefined, on: PartialDate): boolean {
  if (birthDate === undefined) return false
  return firstDayOf(on) < addYears(lastDayOf(birthDate), age, 'forward')
}
