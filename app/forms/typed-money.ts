import { codeText } from './typed-text.ts'

/** Words and signs for dollars beside an amount. An amount in another currency does not match and is refused. */
const DOLLARS =
  'US ?\\$|\\$ ?US|\\$|USD|US dollars?|dollars?|dls|d[oó]lar(?:es)?|dolyar|đô la|доллар(?:а|ов)?|դոլար|دلار|دولار(?:ات)?|डॉलर|ਡਾਲਰ|ดอลลาร์|ໂດລາ|ដុល្លារ|달러|美元|美金'
/**
 * Groups of three digits with the same mark between them, groups as they are written in India (`1,20,000`), or digits without marks;
 * then at most two digits of cents.
 */
const AMOUNT = "(\\d{1,3}(?:([.,' ٬])\\d{3})(?:\\2\\d{3})*|\\d{1,2}(?:,\\d{2})+,\\d{3}|\\d{1,9})(?:([.,٫])(\\d{1,2}))?"
const TYPED = new RegExp(`^(?:${DOLLARS})? ?${AMOUNT} ?(?:${DOLLARS})?$`, 'iu')

/** What people write for no money at all. */
const NOTHING = /^(?:nothing(?: at all)?|none|zero|no pay|unpaid|nada|ningun[oa]?|cero|sin pago)[.]?$/i
/** A guess is fine, so what says that it is one is left out. */
const ABOUT = /^(?:about|around|~|unos|unas|como|casi|m[aá]s o menos|aprox(?:imadamente)?[.]?) ?(?=[$\dU])/i
/** Thousands in words: `2 mil`, `1.5k`. */
const THOUSANDS = new RegExp(`^(?:${DOLLARS})? ?(\\d{1,3}(?:[.,]\\d{1,2})?)? ?(?:mil|k) ?(?:${DOLLARS})?$`, 'iu')

/** An amount that was read, or the sentence that says how to write it. */
export type ReadMoney = { readonly cents: number } | { readonly refused: string }

const isGrouped = (whole: string) => /\D/.test(whole)

/**
 * Reads an amount of dollars in whole cents. A mark before the last one or two digits separates cents, whichever mark it is, because an
 * amount of money has no third decimal: `1.200,50`, `1,200.50` and `1 200,50` are the same.
 *
 * A single mark before the last three digits could be either. A comma there separates thousands, as in California, Mexico and Central
 * America, and in our own example. A point there (`1.200`) means a thousand to some people, and is a slip in `1.20` to others. Neither
 * the language of the page (people write Spanish with both) nor a bound of the field tells which, so the person is asked.
 * Two points (`1.200.000`) can only separate thousands. Nothing, in words, is 0.
 */
export function readMoney(typed: string): ReadMoney {
  const text = codeText(typed).replaceAll('،', ',').replace(/[’‘]/g, "'").replace(ABOUT, '')
  if (NOTHING.test(text)) return { cents: 0 }
  const thousands = THOUSANDS.exec(text)
  if (thousands) return { cents: Math.round(Number((thousands[1] ?? '1').replace(',', '.')) * 100_000) }
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
