import { describe, expect, test } from 'vitest'
import { claimOfCheck, parseCheckAnswer, readCheckAnswers } from './answers.ts'
import { CHECK_QUESTIONS, getCheckQuestion, isCheckQuestionId } from './questions/index.ts'

const TODAY = '2026-11-23'

describe.each(CHECK_QUESTIONS.map(question => [question.id, question] as const))('the question %s', (_id, question) => {
  test('takes its examples', () => {
    expect(question.examples.length).toBeGreaterThan(0)
    for (const example of question.examples) expect(parseCheckAnswer(question, example, TODAY)).toEqual({ ok: true, answer: example })
  })

  test('refuses its counter-examples, at the place and with the key that they name', () => {
    expect(question.counterExamples.length).toBeGreaterThan(0)
    for (const { answer, path, error } of question.counterExamples) {
      const parsed = parseCheckAnswer(question, answer, TODAY)
      expect(parsed.ok ? [] : parsed.problems, JSON.stringify(answer)).toContainEqual({ path, key: error })
    }
  })
})

describe('the questions together', () => {
  test('are at most eight', () => expect(CHECK_QUESTIONS.length).toBeLessThanOrEqual(8))

  test('are found by id, and nothing else is', () => {
    expect(isCheckQuestionId('pauses')).toBe(true)
    expect(isCheckQuestionId('result')).toBe(false)
    expect(() => getCheckQuestion('names' as never)).toThrow('no question "names"')
  })

  test('make a slice of a claim file', () => {
    const claim = claimOfCheck(
      {
        kinds: { value: { kinds: ['labor'] } },
        place: { value: { place: 'lived-in-california' } },
        dates: { value: { start: '2016', end: '2018-03' } },
        hours: { value: { hoursPerWeek: { low: 30, high: 50 } } },
        'birth-year': { value: { birthDate: '2000' } },
        proof: { skipped: true },
        'loss-proof': { value: { incomeEvidence: [] } },
        pauses: { value: { pauses: ['incarcerated'] } },
      },
      TODAY,
    )
    expect(claim).toEqual({
      crime: { kinds: ['labor'], inCalifornia: false, californiaResident: true, start: '2016', end: '2018-03' },
      work: [{ from: '2016', to: '2018-03', hoursPerWeek: { low: 30, high: 50 } }],
      victim: { birthDate: '2000' },
      incomeEvidence: [],
      paymentPauses: ['incarcerated'],
    })
  })

  test('leave the birth year out where the dates do not ask for it', () => {
    const answers = { dates: { value: { end: '2025' } }, 'birth-year': { value: { birthDate: '2000' } } }
    expect(claimOfCheck(answers, TODAY).victim).toBeUndefined()
  })
})

describe('answers that a session held', () => {
  test('are read, and those that no question reads are dropped', () => {
    expect(
      readCheckAnswers(
        {
          kinds: { value: { kinds: ['labor'] } },
          place: { value: { place: 'mars' } },
          names: { skipped: true },
          pauses: { skipped: true },
        },
        TODAY,
      ),
    ).toEqual({ kinds: { value: { kinds: ['labor'] } }, pauses: { skipped: true } })
  })

  test.each([[null], ['text'], [{ kinds: 'labor' }], [{ kinds: { skipped: false } }], [{ kinds: { value: {}, more: 1 } }]])(
    'count as none where the session held %j',
    stored => {
      expect(readCheckAnswers(stored, TODAY)).toEqual({})
    },
  )
})
