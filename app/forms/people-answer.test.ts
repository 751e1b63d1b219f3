import { describe, expect, test } from 'vitest'
import { formatMoney } from '#app/i18n/format.ts'
import { getSentences } from '#app/i18n/resources.server.ts'
import type { WorkPeriod } from '#machines/answers/claim-file.ts'
import { getQuestion, type QuestionId } from '#machines/answers/questions/index.ts'
import { filingDeadline } from '#machines/rules/deadline.ts'
import { incomeRange } from '#machines/rules/income-loss.ts'
import { payTotal } from '#machines/rules/pay-total.ts'
import { readForm } from './read-form.server.ts'
import { totalWords } from './rate-words.ts'

const TODAY = '2026-11-23'
const { t } = getSentences('en')

/** The answer of a form, or the sentence that asks to correct it. */
function read(id: QuestionId, values: Readonly<Record<string, string>>) {
  const form = Object.fromEntries(Object.entries(values).map(([name, text]) => [name, [text]]))
  const result = readForm(getQuestion(id), form, TODAY)
  return result.ok ? result.answer : t(result.problems[0]?.key ?? '')
}

/** Ten weeks of work, as a page of the claim asks for them. */
const TEN_WEEKS = { from: '2024-01-01', to: '2024-03-10' }
const SPAN = { 'from-year': '2024', 'from-month': '01', 'from-day': '01', 'to-year': '2024', 'to-month': '03', 'to-day': '10' }
const work = (values: Readonly<Record<string, string>>) =>
  read('work', Object.fromEntries(Object.entries({ ...SPAN, ...values }).map(([name, text]) => [`periods.0.${name}`, text])))
const periodOf = (answer: unknown) => (answer as { periods: WorkPeriod[] }).periods[0]!

describe('hours: what people write, what is understood, and the estimate that follows', () => {
  test.each([
    ['28', 28, '$4,480', '$4,480'],
    ['28 horas', 28, '$4,480', '$4,480'],
    ['20-35', { low: 20, high: 35 }, '$3,200', '$5,600'],
    ['20–35', { low: 20, high: 35 }, '$3,200', '$5,600'],
    ['60–80', { low: 60, high: 80 }, '$6,400', '$6,400'],
    ['7 hours a day, 4 days', 28, '$4,480', '$4,480'],
    ['7 horas al día, 4 días', 28, '$4,480', '$4,480'],
    ['7 x 4', 28, '$4,480', '$4,480'],
    ['de 5 a 7 horas diarias, 4 días', { low: 20, high: 28 }, '$3,200', '$4,480'],
  ] as const)('%s', (typed, hoursPerWeek, low, high) => {
    const answer = work({ 'hoursPerWeek-low': typed })
    expect(answer).toEqual({ periods: [{ ...TEN_WEEKS, hoursPerWeek }] })
    const { lowCents, highCents } = incomeRange([periodOf(answer)], TODAY)
    expect([formatMoney(lowCents, 'en'), formatMoney(highCents, 'en')]).toEqual([low, high])
  })

  test.each([
    ['10 a day', 'How many days a week was that? Write it like this: 10 hours a day, 6 days.'],
    ['10 horas al día', 'How many days a week was that? Write it like this: 10 hours a day, 6 days.'],
    ['all day', "We can't read the hours. Write 60, 60-80, or 12 hours a day, 6 days."],
    ['170', 'Write the hours in a week as a number from 0 to 168.'],
    ['80-60', 'The lower number of hours is above the higher one. Check both.'],
  ])('%s is asked about: %s', (typed, sentence) => {
    expect(work({ 'hoursPerWeek-low': typed })).toBe(sentence)
  })

  test('a range and a number that do not fit are asked about, and one that goes on from it is taken', () => {
    expect(work({ 'hoursPerWeek-low': '60-80', 'hoursPerWeek-high': '70' })).toContain('above the higher one')
    expect(work({ 'hoursPerWeek-low': '60-70', 'hoursPerWeek-high': '80' })).toMatchObject({
      periods: [{ hoursPerWeek: { low: 60, high: 80 } }],
    })
  })
})

describe('pay: what people write, and all the pay that follows', () => {
  const rate = (amount: string, per = '', times = '') => ({ 'pay-amount': amount, 'pay-per': per, 'pay-times': times })

  test.each([
    [rate('5', 'hour'), '60', '$3,000'],
    [rate('5 an hour'), '60-80', '$3,000 to $4,000'],
    [rate('$5.50 por hora'), '60', '$3,300'],
    [rate('50', 'day', '6'), '', '$3,000'],
    [rate('50 al día', '', '6 días'), '', '$3,000'],
    [rate('300 a week'), '', '$3,000'],
    [rate('600', 'two-weeks'), '', '$3,000'],
    [rate('2 mil', 'month'), '', '$4,645'],
    [rate('0.35', 'piece', '1,000'), '', '$3,500'],
    [rate('nothing'), '', '$0'],
    [rate('nada', 'hour'), '', '$0'],
    [{ ...rate('5', 'hour'), paidCents: '2,500' }, '60', '$2,500'],
    [{ paidCents: 'none' }, '', '$0'],
    [{ paidCents: '$1,200.50' }, '', '$1,200.50'],
  ])('%j with %s hours', (pay, hours, total) => {
    const period = periodOf(work({ ...pay, 'hoursPerWeek-low': hours }))
    const found = payTotal(period, TODAY)
    expect(found && totalWords(found, t, 'en')).toBe(total)
  })

  test.each([
    [rate('5'), 'Choose what it was for: an hour, a day, a week, two weeks, a month or a piece.'],
    [rate('', 'hour'), 'Write how much it was, or leave all three fields blank.'],
    [rate('50', 'day', 'most'), 'Write how many in a week as one number, such as 6.'],
    [rate('50', 'day', '8'), 'A week has 7 days. Write a number from 0 to 7.'],
    [rate('a lot', 'day'), 'Write one amount in dollars, such as 250 or 1,200.50.'],
    [{ paidCents: '500-600' }, 'Write one amount in dollars, such as 250 or 1,200.50.'],
    [{ paidCents: '1.200' }, expect.stringContaining("We can't tell if the point is for thousands or for cents.") as string],
  ])('%j is asked about: %s', (pay, sentence) => {
    expect(work(pay)).toEqual(sentence)
  })
})

describe('dates: what people give, and the last day to file that follows', () => {
  test.each([
    [{ 'start-year': '2021', 'end-year': '2022' }, { start: '2021', end: '2022' }, '2029-01-01'],
    [{ 'end-year': '2022', 'end-month': '11' }, { end: '2022-11' }, '2029-11-01'],
    [{ 'start-year': '2021', 'end-ongoing': 'on' }, { start: '2021', end: 'ongoing' }, null],
    [{ 'end-year': '2026' }, { end: '2026' }, '2033-01-01'],
  ])('%j', (values, crime, date) => {
    expect(read('dates', values)).toEqual(crime)
    expect(filingDeadline({ crime }, TODAY).date).toBe(date)
  })

  test.each([[{ 'end-year': '2027' }], [{ 'start-year': '2026', 'start-month': '12' }]])(
    '%j is still to come, and is asked about',
    values => {
      expect(read('dates', values)).toBe('This date is still to come. Check the year.')
    },
  )
})

describe('addresses and phones', () => {
  test.each([
    ['residence-address', { 'residenceAddress-none': 'on' }, { residenceAddress: null }],
    ['mailing-address', { 'mailingAddress-none': 'on' }, { mailingAddress: null }],
    ['mailing-address', { 'mailingAddress.street': 'Casa Luz, 1 Example St' }, { mailingAddress: { street: 'Casa Luz, 1 Example St' } }],
    ['contact', { phone: '555-0100' }, { phone: '555-0100' }],
    ['contact', { phone: 'ask Ana', 'phone-kept': 'on' }, { phone: 'ask Ana' }],
  ] as const)('the page %s takes %j', (id, values, answer) => {
    expect(read(id, values)).toEqual(answer)
  })

  test.each([
    [
      'contact',
      { phone: 'ask Ana' },
      'Is this a phone number? It needs 7 digits or more, and no letters. Check it, or tick the box to keep it as it is.',
    ],
    [
      'residence-address',
      { 'residenceAddress-none': 'on', 'residenceAddress.city': 'Oakland' },
      'You picked "none" and something else. Keep what is true.',
    ],
  ] as const)('the page %s asks about %j', (id, values, sentence) => {
    expect(read(id, values)).toBe(sentence)
  })
})
