import { describe, expect, test } from 'vitest'
import { moneyText, readMoney } from './typed-money.ts'

describe('an amount of dollars', () => {
  test.each([
    ['1200', 120_000],
    ['0', 0],
    ['007', 700],
    ['1,200', 120_000],
    ['1,200,000', 120_000_000],
    ['1.200.000', 120_000_000],
    ['1,200.50', 120_050],
    ['1.200,50', 120_050],
    ['1 200,50', 120_050],
    ['1\u202f200,50', 120_050],
    ["1'200.50", 120_050],
    ['1’200', 120_000],
    ['1.200.000,5', 120_000_050],
    ['1200,50', 120_050],
    ['1200.5', 120_050],
    ['0.99', 99],
    ['1,20,000.50', 12_000_050],
    ['$1,200', 120_000],
    ['$ 1200', 120_000],
    ['＄１，２００．５０', 120_050],
    ['US$1,200.50', 120_050],
    ['US $ 1200', 120_000],
    ['1200 USD', 120_000],
    ['1200 US dollars', 120_000],
    ['1200 Dollars', 120_000],
    ['1.200,50 dólares', 120_050],
    ['١٬٢٠٠٫٥٠', 120_050],
    ['١٢٠٠ دولار', 120_000],
    ['۱۲۰۰٫۵ دلار', 120_050],
    ['१,२००.५०', 120_050],
    ['੧੨੦੦', 120_000],
    ['១២០០', 120_000],
    ['໑໒໐໐', 120_000],
    ['๑,๒๐๐', 120_000],
    ['\u200e1\u200b200\u200f', 120_000],
    ['nothing', 0],
    ['Nada.', 0],
    ['none', 0],
    ['cero', 0],
    ['sin pago', 0],
    ['about $500', 50_000],
    ['como 500 dólares', 50_000],
    ['2 mil', 200_000],
    ['2 mil dólares', 200_000],
    ['mil', 100_000],
    ['1.5k', 150_000],
    ['1,5 mil', 150_000],
  ])('%s is %i cents', (typed, cents) => {
    expect(readMoney(typed)).toEqual({ cents })
  })

  test.each(['1.200', '12.500', '100.000', '$1.200', '١.٢٠٠', '1.200 dólares'])(
    '%s could mean two amounts, so the person is asked',
    typed => {
      expect(readMoney(typed)).toEqual({ refused: 'claim:form.moneyUnclear' })
    },
  )

  test.each([
    '-1',
    '.50',
    '12,00,00',
    '1,200,50',
    '0,500',
    '0.500',
    '1200.555',
    '1.200.50',
    '1,200.500',
    '1.200,500',
    '1 2 0 0',
    '1200 pesos',
    '¥1200',
    '€1.200,50',
    '1200 or 1300',
    'a lot',
    '2 mil 500',
    '500-600',
    '5 an hour',
    '١٫٢٠٠',
  ])('%s is not an amount', typed => {
    expect(readMoney(typed)).toEqual({ refused: 'claim:form.money' })
  })

  test.each([0, 5, 99, 100, 120_050, 120_000_000])('an amount of %i cents is written in a form as it is read', cents => {
    expect(readMoney(moneyText(cents))).toEqual({ cents })
  })
})
