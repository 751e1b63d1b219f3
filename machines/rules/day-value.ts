/**
 * What one day of work is worth, in hundredths of an hour times cents: a week's worth, so that a
 * seventh of it (and a hundredth of that) is the day's value in cents. Whole numbers throughout.
 */

/** A period of work on one day. */
export interface PeriodOnDay {
  /** Whether every exact answer that fits covers the day. */
  readonly certain: boolean
  /** Hundredths of an hour in a week. */
  readonly lowHours: number
  readonly highHours: number
  /** Cents for an hour. */
  readonly lowRate: number
  readonly highRate: number
}

interface Offer {
  readonly hours: number
  readonly rate: number
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)

/** Value of the first `limit` hours of `offers` in the order given. */
function fill(offers: readonly Offer[], limit: number): number {
  let left = limit
  let value = 0
  for (const { hours, rate } of offers) {
    const taken = Math.min(hours, left)
    value += taken * rate
    left -= taken
  }
  return value
}

/** The most that a day can be worth: every period that may cover it, with its higher hours and rate, the highest rate first. */
export function highestDay(periods: readonly PeriodOnDay[], limit: number): number {
  const offers = periods.map(period => ({ hours: period.highHours, rate: period.highRate }))
  return fill(
    offers.toSorted((a, b) => b.rate - a.rate),
    limit,
  )
}

/**
 * The least a day can be worth. The plain reading takes the lower hours of the periods that surely
 * cover the day, filled from the cheapest rate. That is not always the least: where the hours or days
 * of a cheaper period are uncertain, more of them can displace dearer hours once the 40 are full. So
 * the cheapest full week that the possible hours allow counts too, if they can fill a week at all.
 * Both are the same when the answers are exact or all rates are equal.
 */
export function lowestDay(periods: readonly PeriodOnDay[], limit: number): number {
  const sure = periods.filter(period => period.certain)
  const possible = periods.map(period => ({ hours: period.highHours, rate: period.lowRate }))
  const fullWeek =
    sum(possible.map(offer => offer.hours)) >= limit
      ? fill(
          possible.toSorted((a, b) => a.rate - b.rate),
          limit,
        )
      : null
  const surelyFull = sum(sure.map(period => period.lowHours)) >= limit
  if (surelyFull && fullWeek !== null) return fullWeek
  const fewest = sum(sure.map(period => period.lowHours * period.lowRate))
  return fullWeek === null ? fewest : Math.min(fewest, fullWeek)
}
