import { codeText } from './typed-text.ts'

/** "Dollars" beside an amount. Another currency's name is no such mark, so an amount in it is refused. */
const DOLLARS =
  'US ?\\$|\\$ ?US|\\$|USD|US dollars?|dollars?|dls|d[oó]lar(?:es)?|dolyar|đô la|доллар(?:а|ов)?|դոլար|دلار|دولار(?:ات)?|डॉलर|ਡਾਲਰ|ดอลลาร์|ໂດລາ|ដុល្លារ|달러|美元|美金'
/**
 * Groups of three digits with one mark between them, groups as they are written in India (`1,20,000`), or digits alone;
 * then at most two digits of cents.
 */
const AMOUNT = "(\\d{1,3}(?:([.,' ٬])\\d{3})(?:\\2\\d{3})*|\\d{1,2}(?:,\\d{2})+,\\d{3}|\\d{1,9})(?:([.,٫])(\\d{1,2}))?"
const TYPED = new RegExp(`^(?:${DOLLARS})? ?${AMOUNT} ?(?:${DOLLARS})?$`, 'iu')

/** An amount that was read, or the sentence that says how to write it. */
export type ReadMoney = { readonly cents: number } | { readonly refused: string }

const isGrouped = (whole: string) => /\D/.test(whole)

/**
 * An amount of dollars in whole cents. The mark before one or two last digits parts cents, whichever mark it is, for an amount of money
 * has no third decimal: `1.200,50`, `1,200.50` and `1 200,50` are the same.
 *
 * One mark before three last digits could be either. A comma there parts thousands: so it is written in California, in Mexico and in
 * Central America, and in our own example. A point there (`1.200`) is a thousand to some and a slip of the finger in `1.20` to others;
 * the language of the page does not tell which (Spanish writes both), and no bound of the field does, so the person is asked.
 * Two points (`1.200.000`) part thousands and nothing else.
 */
export function readMoney(typed: string): ReadMoney {
  const text = codeText(typed).replaceAll('،', ',').replace(/[’‘]/g, "'")
  const [, whole = '', between, mark, cents = ''] = TYPED.exec(text) ?? []
  const leads = isGrouped(whole) && whole.startsWith('0')
  if (whole === '' || leads || (mark !== undefined && whole.includes(mark))) return { refused: 'claim:form.money' }
  if (between === '.' && mark === undefined && whole.split('.').length === 2) return { refused: 'claim:form.moneyUnclear' }
  return { cents: Number(whole.replace(/\D/g, '')) * 100 + Number(cents.padEnd(2, '0')) }
}

/** The text of an amount, as the form shows it. */
export function moneyText(cents: number): string {
  const rest = cents % 100
  return `${Math.floor(cents / 100)}${rest === 0 ? '' : `.${String(rest).padStart(2, '0')}`}`
}
