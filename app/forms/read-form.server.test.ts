import { describe, expect, test } from 'vitest'
import { parseAnswer } from '#machines/answers/parse-answer.ts'
import { getQuestion, QUESTIONS, type QuestionId } from '#machines/answers/questions/index.ts'
import { answerToForm } from './answer-to-form.server.ts'
import { formFields } from './form-field.server.ts'
import { valuesOf, type FormValues } from './form-values.ts'
import { changeList, readListChange } from './list-entries.server.ts'
import { controlAt, readForm } from './read-form.server.ts'

const TODAY = '2026-11-23'

/** The values as a browser would send them. */
function sent(values: FormValues): FormValues {
  const data = new FormData()
  for (const [name, texts] of Object.entries(values)) texts.forEach(text => data.append(name, text))
  return valuesOf(data)
}

const read = (id: QuestionId, values: Readonly<Record<string, string | readonly string[]>>) =>
  readForm(
    getQuestion(id),
    Object.fromEntries(Object.entries(values).map(([name, text]) => [name, typeof text === 'string' ? [text] : text])),
    TODAY,
  )
const problems = (id: QuestionId, values: Readonly<Record<string, string | readonly string[]>>) => {
  const result = read(id, values)
  return result.ok ? result.answer : result.problems.map(({ field, key }) => `${field} ${key}`)
}

describe.each(QUESTIONS.map(question => [question.id, question] as const))('the form of %s', (id, question) => {
  const fields = formFields(question)

  test.each(question.examples.map(example => [example]))('holds %j and gives it back', example => {
    const expected = parseAnswer(question, example, TODAY)
    expect(readForm(question, sent(answerToForm(fields, example)), TODAY)).toEqual(expected)
  })

  test('is refused if it is blank, with the question’s own sentence at its first control', () => {
    const key = question.mayLeaveOpen ? 'errors:answerOrSkip' : 'errors:answerNeeded'
    expect(problems(id, {})).toEqual([`${controlAt(fields, '')} ${key}`])
  })

  test('names every field of the question once', () => {
    expect(fields.map(({ name }) => name)).toEqual(Object.keys(question.fields))
  })
})

describe('counter-examples, as people would type them', () => {
  test.each([
    ['filer', { filer: 'friend' }, 'filer errors:choice'],
    ['place', { inCalifornia: 'maybe' }, 'inCalifornia errors:yesNo'],
    ['dates', { 'start-month': '02', 'start-day': '30', 'start-year': '2022' }, 'start-day check:errors.noSuchDay'],
    ['dates', { 'start-month': '02' }, 'start-year check:errors.yearNeeded'],
    ['dates', { 'start-year': '21' }, 'start-year check:errors.year'],
    ['dates', { 'start-year': '2022', 'start-day': '1' }, 'start-month check:errors.monthNeeded'],
    ['dates', { 'end-year': '2022', 'end-ongoing': 'on' }, 'end-year check:errors.endAndOngoing'],
    ['dates', { 'start-year': '2022', 'start-month': '05', 'end-year': '2021' }, 'end-year errors:endBeforeStart'],
    ['names', { firstName: 'Rosa', 'birthDate-year': '2090' }, 'birthDate-year errors:birthDateFuture'],
    ['dates', { 'start-year': '2021', 'end-year': '2027' }, 'end-year check:errors.dateAfterToday'],
    ['dates', { 'start-year': '2026', 'start-month': '12' }, 'start-year check:errors.dateAfterToday'],
    ['discovered', { 'discovered-year': '2027' }, 'discovered-year check:errors.dateAfterToday'],
    ['victim-death', { died: 'yes', 'deathDate-year': '2027' }, 'deathDate-year check:errors.dateAfterToday'],
    ['reports', { 'reports.0.agency': 'Police', 'reports.0.date-year': '2027' }, 'reports.0.date-year check:errors.dateAfterToday'],
    ['work', { 'periods.0.kind': 'Sewing', 'periods.1.from-year': '2027' }, 'periods.1.from-year check:errors.dateAfterToday'],
    ['work', { 'periods.0.to-year': '2026', 'periods.0.to-month': '12' }, 'periods.0.to-year check:errors.dateAfterToday'],
    ['contact', { email: 'rosa' }, 'email errors:email'],
    ['evidence', { evidence: ['passport'] }, 'evidence errors:choice'],
    ['kinds', { kinds: ['none'] }, 'kinds errors:choice'],
    ['work', { 'periods.0.hoursPerWeek-low': '169' }, 'periods.0.hoursPerWeek-low errors:hours'],
    [
      'work',
      { 'periods.0.hoursPerWeek-low': '50', 'periods.0.hoursPerWeek-high': '40' },
      'periods.0.hoursPerWeek-low errors:hoursLowAboveHigh',
    ],
    ['work', { 'periods.0.hoursPerWeek-high': '40' }, 'periods.0.hoursPerWeek-low check:errors.hoursLowNeeded'],
    ['work', { 'periods.0.hoursPerWeek-low': 'forty' }, 'periods.0.hoursPerWeek-low check:errors.hoursNumber'],
    ['work', { 'periods.0.paidCents': '-1' }, 'periods.0.paidCents claim:form.money'],
    ['work', { 'periods.0.from-year': '2022', 'periods.0.to-year': '2021' }, 'periods.0.to-year errors:endBeforeStart'],
    ['work', { 'periods-none': 'on', 'periods.0.kind': 'Sewing' }, 'periods-none check:errors.noneAndMore'],
    ['other-losses', { 'losses.0.amountCents': '10' }, 'losses.0.kind errors:choice'],
    ['other-losses', { 'losses.0.kind': 'medical', 'losses.0.amountCents': '10.505' }, 'losses.0.amountCents claim:form.moneyUnclear'],
    ['representative', { 'representative-none': 'on', 'representative.name': 'Sam' }, 'representative-none check:errors.noneAndMore'],
    [
      'residence-address',
      { 'residenceAddress-none': 'on', 'residenceAddress.city': 'Oakland' },
      'residenceAddress-none check:errors.noneAndMore',
    ],
    ['contact', { phone: '555' }, 'phone claim:form.phone'],
    ['guardian-details', { phone: '555' }, 'phone claim:form.phone'],
    ['representative', { 'representative.phone': 'at the office' }, 'representative.phone claim:form.phone'],
    ['representative', { 'representative.address.city': 'x'.repeat(201) }, 'representative.address.city errors:tooLong'],
    ['employer-size', { 'sizes.0.from': '2019', 'sizes.0.employerSize': '25' }, 'sizes.0.employerSize errors:choice'],
    ['employer-size', { 'sizes.0.from': '2019', 'sizes.0.employerSize': '' }, 'sizes.0.employerSize errors:answerOrSkip'],
  ] as const)('the page %s refuses %j', (id, values, problem) => {
    expect(problems(id, values)).toEqual([problem])
  })
})

describe('what people type', () => {
  test.each([
    ['1200', 120_000],
    ['$1,200', 120_000],
    ['1,200.5', 120_050],
    ['1200,50', 120_050],
    ['0', 0],
    ['.50', undefined],
    ['12,00,00', undefined],
  ])('the amount %s is read in cents as %s', (text, cents) => {
    const expected = cents === undefined ? ['losses.0.amountCents claim:form.money'] : { losses: [{ kind: 'medical', amountCents: cents }] }
    expect(problems('other-losses', { 'losses.0.kind': 'medical', 'losses.0.amountCents': text })).toEqual(expected)
  })

  test.each([
    ['evidence', 'evidence', 'police_report'],
    ['income-evidence', 'incomeEvidence', 'applicant_decl'],
    ['statements', 'facts', 'dates'],
    ['payment-pauses', 'pauses', 'incarcerated'],
  ] as const)('what is chosen on the page %s stands beside an earlier "none"', (id, field, value) => {
    expect(problems(id, { [field]: ['none', value] })).toEqual({ [field]: [value] })
    expect(problems(id, { [field]: ['none'] })).toEqual({ [field]: [] })
  })

  test('a blank field is missing, never 0 and never none', () => {
    expect(problems('work', { 'periods.0.kind': 'Sewing', 'periods.0.paidCents': ' ', 'periods.0.hoursPerWeek-low': '' })).toEqual({
      periods: [{ kind: 'Sewing' }],
    })
    expect(problems('emergency', { requested: '', reason: 'Rent' })).toEqual({ reason: 'Rent' })
  })

  test('blank entries of a list are taken out, and a problem names the new number of its entry', () => {
    const values = { 'places.0': '', 'places.1': 'Example City', 'places.2': 'x'.repeat(201), inCalifornia: 'yes' }
    const result = read('place', values)
    expect(result).toMatchObject({ ok: false, problems: [{ field: 'places.1', key: 'errors:tooLong' }] })
    expect(!result.ok && Object.keys(result.values)).toEqual(['places.0', 'places.1', 'inCalifornia'])
  })

  test('a form tells whether nothing was answered or something is wrong', () => {
    expect(read('safe-at-home', { safeAtHome: '' })).toMatchObject({ ok: false, nothingSaid: true })
    expect(read('contact', { email: 'rosa' })).toMatchObject({ ok: false, nothingSaid: false })
  })
})

describe('the buttons of a list', () => {
  const fields = formFields(getQuestion('reports'))
  const filled: FormValues = { 'reports.0.agency': ['Example City Police'], 'reports.1.number': ['00-0001'], 'reports-none': ['on'] }
  const press = (intent: string, values: FormValues) => {
    const change = readListChange(fields, intent)
    return change && changeList(fields, values, change)
  }

  test('add a blank entry after the others, and clear the box for "none"', () => {
    expect(press('add:reports', filled)).toEqual({
      'reports.0.agency': ['Example City Police'],
      'reports.1.number': ['00-0001'],
      'reports.2': [''],
    })
    expect(press('add:reports', {})).toEqual({ 'reports.0': [''] })
  })

  test('take one entry out and keep the others', () => {
    expect(press('remove:reports.0', filled)).toEqual({ 'reports.0.number': ['00-0001'], 'reports-none': ['on'] })
    expect(press('remove:reports.7', filled)).toEqual(filled)
  })

  test('do nothing if the page itself does not have the list, or makes its entries', () => {
    expect(press('add:places', filled)).toBeUndefined()
    expect(press('answer', filled)).toBeUndefined()
    expect(readListChange(formFields(getQuestion('employer-size')), 'add:sizes')).toBeUndefined()
  })
})
