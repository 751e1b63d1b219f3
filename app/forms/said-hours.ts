import { codeText } from './typed-text.ts'

interface Range {
  readonly low: number
  readonly high: number
}

/**
 * Weekly hours as a person said them: the lowest and the highest, which are the same for a single number. `workedOut` says that the text
 * is more than one number, so that the person should see what was understood.
 */
export type SaidHours = (Range & { readonly workedOut: boolean }) | { readonly refused: string }

/**
 * A number with at most one decimal mark: a point in California, a comma in many other places, and a special mark in Arabic and Farsi.
 * A week has 168 hours, so the mark never separates thousands.
 */
const NUMBER = String.raw`\d{1,6}(?:[.,،٫]\d{1,6})?`
/** What people say before a number that is a guess; a guess is fine. */
const ABOUT =
  '(?:(?:about|around|roughly|approx(?:imately)?[.]?|~|unas|unos|como|casi|aprox(?:imadamente)?[.]?|mas o menos|cerca de|between|from|entre|de) ?)*'
/** One number, or a lower and a higher one: `60-80`, `60 to 80`, `de 60 a 80`. */
const count = (name: string) => `${ABOUT}(?<${name}Low>${NUMBER})(?: ?(?:-|to|or|and|a|o|u|y|hasta) ?(?<${name}High>${NUMBER}))?`
const HOURS = '(?:hours?|hrs?[.]?|h|horas?|hs[.]?)'
const DAYS = '(?:days?|dias?|d)'
const EACH = '(?:a|an|per|each|every|/|al|a la|por|cada|x)'
const A_DAY = `(?:${EACH} ?(?:day|dia)|daily|diari[ao]s?)`
const A_WEEK = `(?:(?:in )?${EACH} ?(?:week|wk|semana)|weekly|semanal(?:es)?)`
const EVERY_DAY = '(?:every day|all week|todos los dias|toda la semana)'
const TIMES = '(?:x|×|[*]|por)'
const BETWEEN = `(?:,|;|${TIMES}|for|at|of|and|con|y|durante)`

const whole = (...parts: readonly string[]) => new RegExp(`^${parts.join(' ?')}[.]?$`)

const WEEK = whole(count('hours'), `${HOURS}?`, `${A_WEEK}?`)
const DAY = whole(count('hours'), `${HOURS}?`, A_DAY)
/** Hours of a day and days of a week, in either order, with words or as `12 x 6`. */
const DAY_BY_DAYS = [
  whole(count('hours'), `(?:${HOURS} ?${A_DAY}?|${A_DAY})`, `${BETWEEN}?`, count('days'), DAYS, `${A_WEEK}?`),
  whole(count('hours'), `${HOURS}?`, `${A_DAY}?`, TIMES, count('days'), `${DAYS}?`, `${A_WEEK}?`),
  whole(count('days'), DAYS, `${A_WEEK}?`, `${BETWEEN}?`, count('hours'), `(?:${HOURS} ?${A_DAY}?|${A_DAY})`),
]
const DAY_BY_EVERY_DAY = whole(count('hours'), `${HOURS}?`, `${A_DAY}?`, ',?', EVERY_DAY)

const HOURS_OF_A_DAY = 24
const DAYS_OF_A_WEEK = 7
const EVERY: Range = { low: DAYS_OF_A_WEEK, high: DAYS_OF_A_WEEK }
/** More letters than a person needs to say hours; what is longer is a story. */
const LONGEST = 100

const UNREAD = { refused: 'check:errors.hoursNumber' } as const

/**
 * Reads weekly hours in the ways in which people say them in English and Spanish: `60`, `60-80`, `70 horas`, `12 hours a day, 6 days`,
 * `12 x 6`. The low figure makes the low value, the high one the high value. Hours of a day alone do not say how many days there were, so
 * the person is asked.
 */
export function readSaidHours(typed: string): SaidHours {
  const text = codeText(typed).toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')
  if (text.length > LONGEST) return UNREAD
  if (text === '24/7') return products({ low: 24, high: 24 }, EVERY)
  const week = WEEK.exec(text)
  if (week) {
    const range = numbersOf(week, 'hours')
    return { ...range, workedOut: range.low !== range.high }
  }
  for (const way of DAY_BY_DAYS) {
    const found = way.exec(text)
    if (found) return products(numbersOf(found, 'hours'), numbersOf(found, 'days'))
  }
  const always = DAY_BY_EVERY_DAY.exec(text)
  if (always) return products(numbersOf(always, 'hours'), EVERY)
  return DAY.test(text) ? { refused: 'check:errors.hoursDays' } : UNREAD
}

function numbersOf({ groups = {} }: RegExpExecArray, name: string): Range {
  const number = (text: string) => Number(text.replace(/[,،٫]/, '.'))
  const [low = '', high = low] = [groups[`${name}Low`], groups[`${name}High`]]
  return { low: number(low), high: number(high) }
}

/** Hours of a day times days of a week. What no day and no week has is not guessed at. */
function products(hours: Range, days: Range): SaidHours {
  if (days.high > DAYS_OF_A_WEEK && hours.high <= DAYS_OF_A_WEEK) return products(days, hours)
  if (hours.high > HOURS_OF_A_DAY || days.high > DAYS_OF_A_WEEK) return UNREAD
  const product = (one: number, other: number) => Math.round(one * other * 100) / 100
  return { low: product(hours.low, days.low), high: product(hours.high, days.high), workedOut: true }
}
