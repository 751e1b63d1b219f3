import { PAY_PER, type WorkPeriod } from '#machines/answers/claim-file.ts'
import { textOf, type FormValues, type Refuse } from './form-values.ts'
import { moneyText, readMoney } from './typed-money.ts'
import { codeText } from './typed-text.ts'

export type Rate = NonNullable<WorkPeriod['pay']>
type Per = NonNullable<Rate['per']>

/** What people write behind an amount: `5 an hour`, `50 al día`. */
const SAID_PER: readonly (readonly [Per, RegExp])[] = (
  [
    ['hour', 'hours?|hrs?|h|horas?'],
    ['day', 'day|dia|día'],
    ['two-weeks', '(?:2|two) weeks|(?:2|dos) semanas'],
    ['week', 'week|wk|semana'],
    ['month', 'month|mes'],
    ['piece', 'piece|pieza'],
  ] as const
).map(([per, words]) => [per, new RegExp(` ?(?:an?|per|each|every|by the|/|por|al?|a la|cada) ?(?:${words})$`, 'i')])

/** How many in a week, with what is counted behind it: `6`, `6 days`, `1,000 piezas a la semana`. */
const COUNTED = / ?(?:days?|d[ií]as?|pieces?|piezas?|box(?:es)?|cajas?)?(?: ?(?:a|per|\/|a la|por) ?(?:week|semana))?$/i

const isPer = (text: string): text is Per => (PAY_PER as readonly string[]).includes(text)

/**
 * A rate of pay of the fields `<id>-amount`, `-per` and `-times`. The amount may say itself what it is for. An amount without that is asked
 * about, but nothing is nothing, whatever it is for.
 */
export function readRate(values: FormValues, id: string, refuse: Refuse): Rate | undefined {
  const [typed, chosen, counted] = (['amount', 'per', 'times'] as const).map(part => codeText(textOf(values, `${id}-${part}`))) as [
    string,
    string,
    string,
  ]
  if (typed === '') {
    if (chosen !== '' || counted !== '') refuse(`${id}-amount`, 'claim:rate.amountNeeded')
    return undefined
  }
  const [said, words] = SAID_PER.find(([, words]) => words.test(typed)) ?? []
  const amount = readMoney(words ? typed.replace(words, '') : typed)
  const times = counted === '' ? undefined : readMoney(counted.replace(COUNTED, ''))
  const per = chosen === '' ? said : isPer(chosen) ? chosen : undefined
  if ('refused' in amount) return void refuse(`${id}-amount`, amount.refused)
  if ((per === undefined && amount.cents > 0) || (said && said !== per)) return void refuse(`${id}-per`, 'claim:rate.perNeeded')
  if (times && 'refused' in times) return void refuse(`${id}-times`, 'claim:rate.timesNumber')
  return { amountCents: amount.cents, ...(per && { per }), ...(times && { times: times.cents / 100 }) }
}

/** The fields of a form for a rate of pay. */
export const fillRate = (id: string, { amountCents, per, times }: Rate): FormValues => ({
  [`${id}-amount`]: [moneyText(amountCents)],
  [`${id}-per`]: [per ?? ''],
  [`${id}-times`]: [times === undefined ? '' : String(times)],
})
