import { initialTransition, transition } from 'xstate'
import type { Day } from '#machines/calendar/day.ts'
import type { CheckAnswers, CheckEntry } from './answers.ts'
import { checkMachine, positionOf, type CheckEvent, type CheckPosition, type CheckSnapshot } from './machine.ts'
import { CHECK_QUESTIONS, type CheckQuestionId } from './questions/index.ts'

/** Where the answers lead. */
export interface CheckReplay {
  /** The first question without an answer or a skip, or the result. */
  readonly position: CheckPosition
  /** Questions that the person may open: all that they passed, and the first one without an answer or a skip. */
  readonly reachable: readonly CheckQuestionId[]
  /** How many questions there are, as far as the answers tell. */
  readonly questionCount: number
}

const asEvent = (entry: CheckEntry): CheckEvent => ('value' in entry ? { type: 'ANSWER', value: entry.value } : { type: 'SKIP' })

/** Replays the answers through the machine, one by one, until `stop` or the first question without an answer or a skip. */
function walk(answers: CheckAnswers, today: Day, stop?: CheckQuestionId) {
  let [snapshot]: [CheckSnapshot, ...unknown[]] = initialTransition(checkMachine, { today })
  const passed: CheckQuestionId[] = []
  for (let position = positionOf(snapshot); position !== 'result' && position !== stop; position = positionOf(snapshot)) {
    const entry = answers[position]
    if (!entry) break
    passed.push(position)
    ;[snapshot] = transition(checkMachine, snapshot, asEvent(entry))
  }
  return { snapshot, passed, position: positionOf(snapshot) }
}

/** Finds the position by replay; answers of questions that are not asked now stay stored and do not count. */
export function replayCheck(answers: CheckAnswers, today: Day): CheckReplay {
  const { passed, position } = walk(answers, today)
  const reachable = position === 'result' ? passed : [...passed, position]
  // A question with a rule is not counted before the walk has come to it: until then nothing tells whether it is asked.
  const last = CHECK_QUESTIONS.findIndex(({ id }) => id === reachable.at(-1))
  const ahead = CHECK_QUESTIONS.slice(last + 1).filter(({ appliesWhen }) => appliesWhen.length === 0)
  return { position, reachable, questionCount: reachable.length + (position === 'result' ? 0 : ahead.length) }
}

/** What one event on one question does. */
export interface CheckStep {
  readonly answers: CheckAnswers
  /** The first question without an answer or a skip, or the result: where the person goes next. */
  readonly position: CheckPosition
  /** False where the question cannot be reached yet or the answer cannot be read; then nothing has changed. */
  readonly accepted: boolean
}

/** Sends an answer or a skip to one question, even one that the person passed before. */
export function stepCheck(
  answers: CheckAnswers,
  today: Day,
  question: CheckQuestionId,
  event: Extract<CheckEvent, { type: 'ANSWER' | 'SKIP' }>,
): CheckStep {
  const there = walk(answers, today, question)
  if (there.position !== question || !there.snapshot.can(event)) {
    return { answers, position: replayCheck(answers, today).position, accepted: false }
  }
  const [after] = transition(checkMachine, there.snapshot, event)
  const kept = { ...answers, ...after.context.answers }
  return { answers: kept, position: replayCheck(kept, today).position, accepted: true }
}
