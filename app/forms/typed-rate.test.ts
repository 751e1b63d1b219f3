import { describe, expect, test } from 'vitest'
import { fillRate, readRate } from './typed-rate.ts'

function read(amount: string, per = '', times = '') {
  const refused: string[] = []
  const values = { 'pay-amount': [amount], 'pay-per': [per], 'pay-times': [times] }
  const rate = readRate(values, 'pay', (field, key) => refused.push(`${field} ${key}`))
  return refused.length > 0 ? refused : rate
}

describe('a rate of pay', () => {
  test.each([
    ['5', 'hour', '', { amountCents: 500, per: 'hour' }],
    ['$5.50', 'hour', '', { amountCents: 550, per: 'hour' }],
    ['5 an hour', '', '', { amountCents: 500, per: 'hour' }],
    ['$5/hr', '', '', { amountCents: 500, per: 'hour' }],
    ['5 dólares la hora', 'hour', '', undefined],
    ['5 dólares por hora', '', '', { amountCents: 500, per: 'hour' }],
    ['50 al día', '', '6', { amountCents: 5_000, per: 'day', times: 6 }],
    ['50 a day', 'day', '6 days a week', { amountCents: 5_000, per: 'day', times: 6 }],
    ['300 a la semana', '', '', { amountCents: 30_000, per: 'week' }],
    ['600 per two weeks', '', '', { amountCents: 60_000, per: 'two-weeks' }],
    ['2 mil por mes', '', '', { amountCents: 200_000, per: 'month' }],
    ['0.35', 'piece', '1,200 piezas por semana', { amountCents: 35, per: 'piece', times: 1_200 }],
    ['nothing', '', '', { amountCents: 0 }],
    ['nada', 'hour', '', { amountCents: 0, per: 'hour' }],
    ['0', '', '', { amountCents: 0 }],
    ['', '', '', undefined],
  ] as const)('%s for %s, %s in a week', (amount, per, times, rate) => {
    if (rate || amount === '') expect(read(amount, per, times)).toEqual(rate)
    else expect(read(amount, per, times)).toEqual(['pay-amount claim:form.money'])
  })

  test.each([
    ['5', '', '', 'pay-per claim:rate.perNeeded'],
    ['5 an hour', 'day', '', 'pay-per claim:rate.perNeeded'],
    ['5', 'year', '', 'pay-per claim:rate.perNeeded'],
    ['', 'hour', '', 'pay-amount claim:rate.amountNeeded'],
    ['', '', '6', 'pay-amount claim:rate.amountNeeded'],
    ['a lot', 'day', '', 'pay-amount claim:form.money'],
    ['1.200', 'month', '', 'pay-amount claim:form.moneyUnclear'],
    ['50', 'day', '5-6', 'pay-times claim:rate.timesNumber'],
    ['0.35', 'piece', '200 a day', 'pay-times claim:rate.timesNumber'],
  ])('%s for %s, %s in a week is asked about', (amount, per, times, problem) => {
    expect(read(amount, per, times)).toEqual([problem])
  })

  test('is written in a form as it is read', () => {
    for (const rate of [{ amountCents: 35, per: 'piece', times: 1_200 }, { amountCents: 0 }, { amountCents: 5_050, per: 'day' }] as const) {
      const [amount = '', per = '', times = ''] = Object.values(fillRate('pay', rate)).map(([text]) => text)
      expect(read(amount, per, times)).toEqual(rate)
    }
  })
})
