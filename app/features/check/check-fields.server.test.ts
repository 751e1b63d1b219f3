import { describe, expect, test } from 'vitest'
import { CHECK_QUESTIONS, getCheckQuestion, type CheckQuestionId } from '#machines/eligibility/questions/index.ts'
import { answerToForm } from '#app/forms/answer-to-form.server.ts'
import { valuesOf } from '#app/forms/form-values.ts'
import { readFields } from '#app/forms/read-form.server.ts'
import { parseCheckAnswer } from '#machines/eligibility/answers.ts'
import { checkFields } from './check-fields.server.ts'

const TODAY = '2026-11-23'

function send(id: CheckQuestionId, fields: readonly (readonly [string, string])[]) {
  const data = new FormData()
  fields.forEach(([name, value]) => data.append(name, value))
  const question = getCheckQuestion(id)
  const read = readFields(checkFields(question), valuesOf(data), answer => parseCheckAnswer(question, answer, TODAY))
  return read.ok ? read : { ok: false, values: read.values, problems: read.problems }
}

describe.each(CHECK_QUESTIONS.map(question => question.id))('the form of %s', id => {
  test('gives back every answer of the question that it was filled with', () => {
    for (const example of getCheckQuestion(id).examples) {
      const filled = Object.entries(answerToForm(checkFields(getCheckQuestion(id)), example)).flatMap(([name, texts]) =>
        texts.map(each => [name, each] as const),
      )
      // The check asks for months, not days; a day that a claim file names is outside this form.
      if (id === 'dates' && /\d{4}-\d{2}-\d{2}/.test(JSON.stringify(example))) continue
      expect(send(id, filled)).toEqual({ ok: true, answer: example })
    }
  })

  test('asks for an answer or a skip when nothing was filled in', () => {
    const read = send(id, [['intent', 'answer']])
    expect(read).toMatchObject({ ok: false, problems: [{ key: 'errors:answerOrSkip' }] })
  })
})

describe('choices', () => {
  test('none alone is an answer; something chosen beside an earlier none stands', () => {
    expect(send('proof', [['evidence', 'none']])).toEqual({ ok: true, answer: { evidence: [] } })
    const both = send('proof', [
      ['evidence', 'none'],
      ['evidence', 'affidavit'],
    ])
    expect(both).toEqual({ ok: true, answer: { evidence: ['affidavit'] } })
  })

  test('what is not offered is refused at the field, also where it comes from another page', () => {
    expect(
      send('kinds', [
        ['kinds', 'labor'],
        ['kinds', 'smuggling'],
      ]),
    ).toMatchObject({ ok: false, problems: [{ field: 'kinds', key: 'errors:choice' }] })
    expect(send('place', [['place', 'mars']])).toMatchObject({ ok: false, problems: [{ field: 'place', key: 'errors:choice' }] })
  })

  test('a choice sent many times counts once', () => {
    expect(
      send(
        'kinds',
        Array.from({ length: 500 }, () => ['kinds', 'labor'] as const),
      ),
    ).toEqual({ ok: true, answer: { kinds: ['labor'] } })
  })

  test('every question with choices offers some', () => {
    const offering = CHECK_QUESTIONS.filter(question => checkFields(question).some(field => 'values' in field && field.values.length > 0))
    expect(offering.map(({ id }) => id).sort()).toEqual(['kinds', 'loss-proof', 'pauses', 'place', 'proof'])
  })
})

describe('dates', () => {
  test.each([
    [[['start-year', '2021']], { start: '2021' }],
    [
      [
        ['start-year', ' 2021 '],
        ['start-month', '03'],
        ['end-year', '2022'],
        ['end-month', '11'],
      ],
      { start: '2021-03', end: '2022-11' },
    ],
    [
      [
        ['start-year', '2021'],
        ['end-ongoing', 'on'],
      ],
      { start: '2021', end: 'ongoing' },
    ],
  ] as const)('%j mean %j', (fields, answer) => {
    expect(send('dates', fields)).toEqual({ ok: true, answer })
  })

  test.each([
    [[['start-year', '21']], 'start-year', 'check:errors.year'],
    [[['start-year', '1850']], 'start-year', 'check:errors.year'],
    [[['start-month', '03']], 'start-year', 'check:errors.yearNeeded'],
    [
      [
        ['start-year', '2021'],
        ['start-month', '13'],
      ],
      'start-month',
      'check:errors.noSuchDay',
    ],
    [[['start-year', '2027']], 'start-year', 'check:errors.dateAfterToday'],
    [
      [
        ['end-year', '2026'],
        ['end-month', '12'],
      ],
      'end-year',
      'check:errors.dateAfterToday',
    ],
    [
      [
        ['start-year', '2022'],
        ['end-year', '2021'],
      ],
      'end-year',
      'errors:endBeforeStart',
    ],
    [
      [
        ['end-year', '2021'],
        ['end-ongoing', 'on'],
      ],
      'end-year',
      'check:errors.endAndOngoing',
    ],
  ] as const)('%j are refused at %s', (fields, field, key) => {
    expect(send('dates', fields)).toEqual({
      ok: false,
      values: Object.fromEntries(fields.map(([name, text]) => [name, [text]])),
      problems: [{ field, key }],
    })
  })

  test('a birth date may be a year, a month or a day, and nothing in between', () => {
    expect(send('birth-year', [['born-year', '1999']])).toEqual({ ok: true, answer: { birthDate: '1999' } })
    expect(
      send('birth-year', [
        ['born-year', '2004'],
        ['born-month', '2'],
        ['born-day', '29'],
      ]),
    ).toEqual({ ok: true, answer: { birthDate: '2004-02-29' } })
    expect(
      send('birth-year', [
        ['born-year', '2003'],
        ['born-month', '02'],
        ['born-day', '29'],
      ]),
    ).toMatchObject({ problems: [{ field: 'born-day', key: 'check:errors.noSuchDay' }] })
    expect(
      send('birth-year', [
        ['born-year', '2003'],
        ['born-day', '5'],
      ]),
    ).toMatchObject({ problems: [{ field: 'born-month', key: 'check:errors.monthNeeded' }] })
    expect(send('birth-year', [['born-year', '2027']])).toMatchObject({ problems: [{ field: 'born-year', key: 'errors:birthDateFuture' }] })
  })
})

describe('hours', () => {
  test.each([
    ['60', '', 60],
    ['37,5', '', 37.5],
    ['40', '40', 40],
    ['0', '70.25', { low: 0, high: 70.25 }],
  ])('from %s to %s means %j', (low, high, hoursPerWeek) => {
    expect(
      send('hours', [
        ['hours-low', low],
        ['hours-high', high],
      ]),
    ).toEqual({ ok: true, answer: { hoursPerWeek } })
  })

  test.each([
    ['many', '', 'hours-low', 'check:errors.hoursNumber'],
    ['-4', '', 'hours-low', 'check:errors.hoursNumber'],
    ['', '50', 'hours-low', 'check:errors.hoursLowNeeded'],
    ['169', '', 'hours-low', 'errors:hours'],
    ['40', '169', 'hours-high', 'errors:hours'],
    ['60', '40', 'hours-low', 'errors:hoursLowAboveHigh'],
    ['40.125', '', 'hours-low', 'errors:hoursDecimals'],
  ])('from %s to %s is refused at %s', (low, high, field, key) => {
    const read = send('hours', [
      ['hours-low', low],
      ['hours-high', high],
    ])
    expect(read).toMatchObject({ ok: false, problems: [{ field, key }] })
    expect(read.ok ? {} : read.values).toMatchObject({ 'hours-low': [low], 'hours-high': [high] })
  })
})
