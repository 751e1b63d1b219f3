import { and, assign, setup, type SnapshotFrom } from 'xstate'
import type { Day } from '#machines/calendar/day.ts'
import { eligibility, type EligibilityOutcome } from '#machines/rules/eligibility.ts'
import { CHECK_RULES, claimOfCheck, parseCheckAnswer, type CheckAnswers } from './answers.ts'
import { getCheckQuestion, type CheckQuestionId } from './questions/index.ts'

/** A question, or the result that follows the last one. */
export type CheckPosition = CheckQuestionId | 'result'

interface CheckContext {
  readonly today: Day
  readonly answers: CheckAnswers
}

export type CheckEvent =
  { readonly type: 'ANSWER'; readonly value: unknown } | { readonly type: 'SKIP' } | { readonly type: 'BACK' } | { readonly type: 'FORGET' }

interface OnQuestion {
  readonly question: CheckQuestionId
}

const outcomeOf = ({ answers, today }: CheckContext): EligibilityOutcome => eligibility(claimOfCheck(answers, today), today).outcome

const checkSetup = setup({
  types: { context: {} as CheckContext, events: {} as CheckEvent, input: {} as { readonly today: Day } },
  guards: {
    'the answer can be read': ({ context, event }, { question }: OnQuestion) =>
      event.type === 'ANSWER' && parseCheckAnswer(getCheckQuestion(question), event.value, context.today).ok,
    'the filing time is over or ends soon': ({ context: { answers, today } }) =>
      CHECK_RULES['the filing time is over or ends soon'](claimOfCheck(answers, today), today),
    'something needs a talk first': ({ context }) => outcomeOf(context) === 'talk-first',
    'something is still needed': ({ context }) => outcomeOf(context) === 'more-needed',
  },
  actions: {
    'keep the answer': assign(({ context, event }, { question }: OnQuestion) => {
      const parsed = event.type === 'ANSWER' ? parseCheckAnswer(getCheckQuestion(question), event.value, context.today) : null
      return parsed?.ok ? { answers: { ...context.answers, [question]: { value: parsed.answer } } } : {}
    }),
    'keep that it was skipped': assign(({ context }, { question }: OnQuestion) => ({
      answers: { ...context.answers, [question]: { skipped: true } },
    })),
    'forget everything': assign({ answers: {} }),
  },
})

const TIME_IS_SHORT = 'the filing time is over or ends soon'

/** The transitions of one question: a readable answer and a skip lead to the same next question. */
function question(
  id: CheckQuestionId,
  next: CheckPosition | { readonly ifTimeIsShort: CheckQuestionId; readonly otherwise: CheckQuestionId },
) {
  const params = { question: id }
  const read = { type: 'the answer can be read', params } as const
  const keep = { type: 'keep the answer', params } as const
  const keepSkip = { type: 'keep that it was skipped', params } as const
  if (typeof next === 'string') {
    return {
      ANSWER: { guard: read, actions: keep, target: next },
      SKIP: { actions: keepSkip, target: next },
    }
  }
  return {
    ANSWER: [
      { guard: and([read, TIME_IS_SHORT]), actions: keep, target: next.ifTimeIsShort },
      { guard: read, actions: keep, target: next.otherwise },
    ],
    SKIP: [
      { guard: TIME_IS_SHORT, actions: keepSkip, target: next.ifTimeIsShort },
      { actions: keepSkip, target: next.otherwise },
    ],
  } as const
}

/**
 * The two-minute check: at most eight questions, each of which may be skipped, then a result. It stores nothing;
 * a position is found by replaying the answers. The birth year is asked only where time is short, which the
 * dates decide, two questions before it.
 */
export const checkMachine = checkSetup.createMachine({
  id: 'check',
  context: ({ input }) => ({ today: input.today, answers: {} }),
  initial: 'kinds',
  states: {
    kinds: { on: question('kinds', 'place') },
    place: { on: { ...question('place', 'dates'), BACK: 'kinds' } },
    dates: { on: { ...question('dates', 'hours'), BACK: 'place' } },
    hours: { on: { ...question('hours', { ifTimeIsShort: 'birth-year', otherwise: 'proof' }), BACK: 'dates' } },
    'birth-year': { on: { ...question('birth-year', 'proof'), BACK: 'hours' } },
    proof: {
      on: { ...question('proof', 'loss-proof'), BACK: [{ guard: TIME_IS_SHORT, target: 'birth-year' }, { target: 'hours' }] },
    },
    'loss-proof': { on: { ...question('loss-proof', 'pauses'), BACK: 'proof' } },
    pauses: { on: { ...question('pauses', 'result'), BACK: 'loss-proof' } },
    result: {
      initial: 'deciding',
      states: {
        deciding: {
          always: [
            { guard: 'something needs a talk first', target: 'talk-first' },
            { guard: 'something is still needed', target: 'more-needed' },
            { target: 'likely' },
          ],
        },
        likely: {},
        'talk-first': {},
        'more-needed': {},
      },
      on: { BACK: 'pauses' },
    },
  },
  on: { FORGET: { actions: 'forget everything', target: '.kinds' } },
})

export type CheckSnapshot = SnapshotFrom<typeof checkMachine>

/** The question, or the result, that a snapshot stands on. */
export const positionOf = ({ value }: CheckSnapshot): CheckPosition => (typeof value === 'string' ? value : 'result')
