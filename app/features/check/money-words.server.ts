import { formatMoney } from '#app/i18n/format.ts'
import type { LanguageCode } from '#app/i18n/languages.ts'
import type { CentsRange } from '#machines/rules/year-reading.ts'
import type { Sentence } from './answer-lines.server.ts'

const CENTS_PER_DOLLAR = 100

/** Whole dollars, outward on both sides: cents would look like knowledge, and the range must go on to hold. */
const wholeDollars = (cents: number, round: (dollars: number) => number) => round(cents / CENTS_PER_DOLLAR) * CENTS_PER_DOLLAR

/** An estimated amount as a range, or as one figure where both ends are the same. */
export function amountSentence({ lowCents, highCents }: CentsRange, language: LanguageCode): Sentence {
  const low = formatMoney(wholeDollars(lowCents, Math.floor), language)
  const high = formatMoney(wholeDollars(highCents, Math.ceil), language)
  const kind = lowCents === highCents ? 'moneyOne' : lowCents === 0 ? 'moneyUpTo' : 'moneyRange'
  return { key: `check:result.${kind}`, params: { low, high } }
}
