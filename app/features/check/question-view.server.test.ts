import { expect, test } from 'vitest'
import type { CheckAnswers } from '#machines/eligibility/answers.ts'
import type { CheckQuestionId } from '#machines/eligibility/questions/index.ts'
import { replayCheck } from '#machines/eligibility/replay.ts'
import { questionView } from './question-view.server.ts'

const TODAY = '2026-11-23'
const LONG_OVER = {
  kinds: { value: { kinds: ['labor'] } },
  place: { skipped: true },
  dates: { value: { start: '2012-03', end: 'ongoing' } },
  hours: { value: { hoursPerWeek: { low: 30, high: 50 } } },
} as const

const view = (id: CheckQuestionId, answers: CheckAnswers, problems: readonly { field: string; key: string }[] = []) => {
  const visit = { answers, today: TODAY, replay: replayCheck(answers, TODAY) }
  return questionView(visit, id, 'en', problems.length > 0 ? { ok: false, values: {}, problems, nothingSaid: false } : undefined)
}

test('The dates are asked by month and year, in the words of the check, and filled with what was answered', () => {
  expect(view('dates', LONG_OVER).fields).toMatchObject([
    { kind: 'date', id: 'start', label: 'When it started', year: '2012', month: '03', day: undefined },
    {
      kind: 'date',
      id: 'end',
      label: 'When it ended',
      day: undefined,
      ongoing: { id: 'end-ongoing', label: 'It still goes on', on: true },
    },
  ])
})

test('The birth date is asked to the day under its own name', () => {
  const [field] = view('birth-year', { ...LONG_OVER, dates: { value: { end: '2012' } } }).fields
  expect(field).toMatchObject({ kind: 'date', id: 'born', label: 'When you were born', hideLabel: false, day: '' })
})

test('The hours are two fields with the labels of the check', () => {
  const [field] = view('hours', LONG_OVER).fields
  expect(field).toMatchObject({
    hideLabel: true,
    fields: [
      { id: 'hours-low', label: 'Hours in a week', value: '30' },
      { id: 'hours-high', label: 'If it changed: up to how many', value: '50' },
    ],
  })
})

test('Choices are named by the heading, and "none" is offered where it is an answer', () => {
  const [kinds] = view('kinds', LONG_OVER).fields
  expect(kinds).toMatchObject({ kind: 'checkbox', id: 'kinds', hideLabel: true, chosen: ['labor'] })
  expect(JSON.stringify(kinds)).not.toContain('"none"')
  const [place] = view('place', LONG_OVER).fields
  expect(place).toMatchObject({ kind: 'radio', id: 'place', chosen: [] })
  const [pauses] = view('pauses', LONG_OVER).fields
  expect(JSON.stringify(pauses)).toContain('{"value":"none","label":"None of these"}')
})

test('The summary names the field of a problem, and the page as a whole where nothing was answered', () => {
  expect(view('dates', LONG_OVER, [{ field: 'end-year', key: 'check:errors.year' }]).errors).toEqual([
    { fieldId: 'end-year', message: 'When it ended: Write the year with four digits, such as 2021.' },
  ])
  expect(view('dates', LONG_OVER, [{ field: 'start-year', key: 'errors:answerOrSkip' }]).errors[0]?.message).not.toContain(':')
  expect(view('hours', LONG_OVER, [{ field: 'hours-high', key: 'check:errors.hoursNumber' }]).errors).toEqual([
    {
      fieldId: 'hours-high',
      message: "If it changed: up to how many: We can't read the hours. Write 60, 60-80, or 12 hours a day, 6 days.",
    },
  ])
  expect(view('place', LONG_OVER, [{ field: 'place', key: 'errors:choice' }]).errors[0]?.message).not.toContain('?:')
})
