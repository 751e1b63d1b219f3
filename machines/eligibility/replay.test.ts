import { describe, expect, test } from 'vitest'
import type { CheckAnswers } from './answers.ts'
import { replayCheck, stepCheck } from './replay.ts'

const TODAY = '2026-11-23'
const skipped = { skipped: true } as const
const all: CheckAnswers = {
  kinds: skipped,
  place: skipped,
  dates: { value: { end: '2025' } },
  hours: skipped,
  proof: skipped,
  'loss-proof': skipped,
  pauses: skipped,
}

describe('the position of a check', () => {
  test('is the first question at the beginning', () => {
    expect(replayCheck({}, TODAY)).toEqual({ position: 'kinds', reachable: ['kinds'], questionCount: 7 })
  })

  test('is the first question without an answer, even where later ones were answered', () => {
    expect(replayCheck({ kinds: skipped, place: skipped, proof: skipped }, TODAY)).toEqual({
      position: 'dates',
      reachable: ['kinds', 'place', 'dates'],
      questionCount: 7,
    })
  })

  test('is the result when all questions are done', () => {
    const replay = replayCheck(all, TODAY)
    expect(replay.position).toBe('result')
    expect(replay.questionCount).toBe(7)
    expect(replay.reachable).not.toContain('birth-year')
  })

  test('moves to the birth year when new dates make time short, and past it when the dates change back', () => {
    const early = stepCheck(all, TODAY, 'dates', { type: 'ANSWER', value: { end: '2015' } })
    expect(early).toMatchObject({ position: 'birth-year', accepted: true })
    expect(replayCheck(early.answers, TODAY).questionCount).toBe(8)
    const born = stepCheck(early.answers, TODAY, 'birth-year', { type: 'ANSWER', value: { birthDate: '2001' } })
    expect(born.position).toBe('result')
    const late = stepCheck(born.answers, TODAY, 'dates', { type: 'ANSWER', value: { end: '2025' } })
    expect(late.position).toBe('result')
    expect(late.answers['birth-year']).toEqual({ value: { birthDate: '2001' } })
    expect(replayCheck(late.answers, TODAY).questionCount).toBe(7)
  })
})

describe('one step of a check', () => {
  test('keeps the answer and leads on', () => {
    expect(stepCheck({}, TODAY, 'kinds', { type: 'ANSWER', value: { kinds: ['labor'] } })).toEqual({
      answers: { kinds: { value: { kinds: ['labor'] } } },
      position: 'place',
      accepted: true,
    })
  })

  test('changes an earlier answer and goes back to where the person was', () => {
    const step = stepCheck(all, TODAY, 'place', { type: 'ANSWER', value: { place: 'california' } })
    expect(step).toMatchObject({ position: 'result', accepted: true })
    expect(step.answers.place).toEqual({ value: { place: 'california' } })
    expect(step.answers.pauses).toEqual(skipped)
  })

  test('changes nothing on a question that cannot be reached, nor on an answer that cannot be read', () => {
    expect(stepCheck({}, TODAY, 'proof', { type: 'SKIP' })).toEqual({ answers: {}, position: 'kinds', accepted: false })
    expect(stepCheck(all, TODAY, 'birth-year', { type: 'SKIP' })).toMatchObject({ position: 'result', accepted: false })
    const refused = stepCheck(all, TODAY, 'place', { type: 'ANSWER', value: { place: 'mars' } })
    expect(refused).toEqual({ answers: all, position: 'result', accepted: false })
  })
})
