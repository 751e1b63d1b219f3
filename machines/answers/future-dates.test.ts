import { expect, test } from 'vitest'
import { datesAfterToday } from './future-dates.ts'
import type { Field } from './field.ts'
import { parseAnswer, parseNewAnswer } from './parse-answer.ts'
import { getQuestion, QUESTIONS } from './questions/index.ts'

const TODAY = '2026-11-23'

/** Every date that the claim asks for, with an answer of its page that holds it. */
const DATES = QUESTIONS.flatMap(question =>
  Object.entries(question.fields).flatMap(([name, field]) => datesOf(field, name).map(path => ({ question, path }))),
)

function datesOf(field: Field, path: string): string[] {
  if (field.kind === 'date' || field.kind === 'dateOrOngoing') return [path]
  const parts = field.kind === 'group' ? field.parts : field.kind === 'list' ? field.entry : 'text'
  const at = field.kind === 'list' ? `${path}.0` : path
  return parts === 'text' ? [] : parts.fields.flatMap(part => datesOf(part, `${at}.${part.path}`))
}

const holding = (path: string, date: string): Record<string, unknown> => {
  const [name = '', index, part = ''] = path.split('.')
  return { [name]: index === undefined ? date : [{ [part]: date }] }
}

test.each(DATES.map(({ question, path }) => [question.id, path, question] as const))(
  'the page %s refuses a %s to come',
  (_, path, question) => {
    expect(parseNewAnswer(question, holding(path, '2027'), TODAY)).toMatchObject({ ok: false, problems: [{ path }] })
    expect(datesAfterToday(question.fields, holding(path, '2026-12'), TODAY)).toEqual([{ path, key: 'check:errors.dateAfterToday' }])
    expect(datesAfterToday(question.fields, holding(path, '2026'), TODAY)).toEqual([])
    expect(datesAfterToday(question.fields, holding(path, TODAY), TODAY)).toEqual([])
  },
)

test('all the dates of the claim are looked at', () => {
  expect(DATES.map(({ path }) => path)).toEqual([
    'deathDate',
    'start',
    'end',
    'reports.0.date',
    'periods.0.from',
    'periods.0.to',
    'birthDate',
    'birthDate',
    'discovered',
  ])
})

test('an answer that was stored before keeps its date', () => {
  const stored = { start: '2021', end: '2027' }
  expect(parseAnswer(getQuestion('dates'), stored, TODAY)).toEqual({ ok: true, answer: stored })
})
