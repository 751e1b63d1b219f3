import { initialTransition, transition } from 'xstate'
import { checkMachine, positionOf, type CheckEvent, type CheckPosition } from '#machines/eligibility/machine.ts'
import { WALK_DAY } from '#machines/claim/flow-walks.ts'

type Answers = Readonly<Partial<Record<CheckPosition, object>>>

const IN_TIME: Answers = {
  kinds: { kinds: ['labor'] },
  place: { place: 'california' },
  dates: { start: '2024', end: '2025' },
  hours: { hoursPerWeek: 60 },
  proof: { evidence: ['medical_records'] },
  'loss-proof': { incomeEvidence: ['applicant_decl'] },
  pauses: { pauses: [] },
}
const SHORT_OF_TIME: Answers = {
  ...IN_TIME,
  dates: { start: '2017', end: '2018' },
  'birth-year': { birthDate: '2002' },
  pauses: { pauses: ['incarcerated'] },
}

/** Sends the given answers and skips the rest up to the result, goes back to the first question, and forgets everything. */
function thereAndBack(events: CheckEvent[], answers: Answers): void {
  let [snapshot] = initialTransition(checkMachine, { today: WALK_DAY })
  const send = (event: CheckEvent) => {
    events.push(event)
    ;[snapshot] = transition(checkMachine, snapshot, event)
  }
  for (let position = positionOf(snapshot); position !== 'result'; position = positionOf(snapshot)) {
    const value = answers[position]
    send(value ? { type: 'ANSWER', value } : { type: 'SKIP' })
  }
  while (positionOf(snapshot) !== 'kinds') send({ type: 'BACK' })
  send({ type: 'FORGET' })
}

/** Walks of the two-minute check: in time and not, answered, half answered and skipped. */
export function checkWalks(): CheckEvent[][] {
  return [IN_TIME, SHORT_OF_TIME, { dates: SHORT_OF_TIME.dates ?? {} }, {}].map(answers => {
    const events: CheckEvent[] = []
    thereAndBack(events, answers)
    return events
  })
}
