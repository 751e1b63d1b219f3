import { getShortestPaths } from 'xstate/graph'
import { initialTransition, transition, type SnapshotFrom } from 'xstate'
import { describe, expect, test, vi } from 'vitest'
import type { ClaimFile } from '#machines/answers/claim-file.ts'
import { parseAnswer } from '#machines/answers/parse-answer.ts'
import { getQuestion, QUESTION_IDS, QUESTIONS, type QuestionId } from '#machines/answers/questions/index.ts'
import { APPLICABILITY_RULES } from '#machines/answers/rule-names.ts'
import { writeAnswer } from '#machines/answers/store.ts'
import { readAnswers, type ClaimAnswers, type ReadAnswers } from './answers.ts'
import { APPLICABILITY } from './applicability.ts'
import { WALK_DAY, WALKERS } from './flow-walks.ts'
import { claimMachine, positionOf, type ClaimEvent } from './machine.ts'
import { replayClaim, stepClaim } from './replay.ts'
import { SHORTEST_CLAIM } from './shortest-claim.ts'
import { pageApplies, walkClaim } from './walk.ts'

type ClaimSnapshot = SnapshotFrom<typeof claimMachine>

/** The claim from the answers of the pages before `page`, as the sentences of that page see it. */
function claimBefore(page: QuestionId, answers: ReadAnswers): ClaimFile {
  const before = QUESTION_IDS.slice(0, QUESTION_IDS.indexOf(page))
  return walkClaim(Object.fromEntries(Object.entries(answers).filter(([id]) => before.some(each => each === id))), WALK_DAY).claim
}

/** Pages whose answers open or close other pages; every other page leads on in the same way whatever its answer is. */
const ROUTING: readonly QuestionId[] = ['filer', 'dates', 'work', 'income-evidence', 'safe-at-home', 'names', 'discovered']

/**
 * The answers to try on a page: those of the walkers or, where they give none, its first example. One is enough where a page does not
 * route.
 */
function answersTo(page: QuestionId): ClaimEvent[] {
  const given = Object.values(WALKERS).flatMap(answers => {
    const entry = answers[page]
    return entry && 'value' in entry ? [JSON.stringify(entry.value)] : []
  })
  const values = given.length > 0 ? [...new Set(given)].map(text => JSON.parse(text) as unknown) : [getQuestion(page).examples[0]]
  return values.slice(0, ROUTING.includes(page) ? undefined : 1).map(value => ({ type: 'ANSWER', value }))
}

const shortest = getShortestPaths(claimMachine, {
  input: { today: WALK_DAY },
  events: snapshot => {
    const page = positionOf(snapshot)
    return page === 'review' ? [] : answersTo(page)
  },
  // What a page's answer says does not matter to the flow, only which pages apply after it.
  serializeState: snapshot => JSON.stringify([positionOf(snapshot), walkClaim(snapshot.context.answers, WALK_DAY).applicable]),
})
const reached = shortest.map(path => path.state)

describe('the flow of the claim', () => {
  test('reaches every page and the review', () => {
    expect(new Set(reached.map(positionOf))).toEqual(new Set([...QUESTION_IDS, 'review']))
  })

  test('has a sentence for every rule, and answers that make it true and answers that make it false', () => {
    const used = new Set(QUESTIONS.flatMap(question => question.appliesWhen))
    expect([...used].sort()).toEqual([...APPLICABILITY_RULES].sort())
    for (const rule of APPLICABILITY_RULES) {
      const asking = QUESTIONS.filter(question => question.appliesWhen.includes(rule))
      const outcomes = asking.flatMap(question =>
        reached.map(({ context }) => APPLICABILITY[rule](claimBefore(question.id, context.answers), WALK_DAY)),
      )
      expect(new Set(outcomes), rule).toEqual(new Set([true, false]))
    }
  })

  test('asks exactly the pages that the walk says apply, and decides each sentence at most once a page', () => {
    for (const stored of Object.values(WALKERS)) {
      const answers = readAnswers({ ...stored }, WALK_DAY)
      const asked = APPLICABILITY_RULES.map(rule => vi.spyOn(APPLICABILITY, rule))
      const [initial] = initialTransition(claimMachine, { today: WALK_DAY, answers })
      const stands = QUESTION_IDS.filter(page => positionOf(transition(claimMachine, initial, { type: 'GO_TO', page })[0]) === page)
      expect(stands).toEqual(walkClaim(answers, WALK_DAY).applicable)
      expect(stands).toEqual(QUESTION_IDS.filter(page => pageApplies(page, answers, WALK_DAY)))
      asked.forEach((spy, at) => {
        const pages = QUESTIONS.filter(({ appliesWhen }) => appliesWhen.includes(APPLICABILITY_RULES[at]!))
        expect(spy.mock.calls.length, APPLICABILITY_RULES[at]).toBeLessThanOrEqual(pages.length)
        spy.mockRestore()
      })
    }
  })

  test('tells from stored answers what it tells from read ones, and reads none that come later', () => {
    for (const walker of Object.values(WALKERS)) {
      // What a page refuses counts as not answered.
      for (const stored of [walker, { ...walker, filer: { value: { filer: 'nobody' } }, dates: { value: 7 } }]) {
        const read = readAnswers({ ...stored }, WALK_DAY)
        for (const [place, page] of QUESTION_IDS.entries()) {
          const later = QUESTION_IDS.slice(place + 1).map(
            each => [each, { get: () => expect.fail(`${each} was read for ${page}`) }] as const,
          )
          const untilHere = Object.defineProperties({ ...stored }, Object.fromEntries(later))
          expect(pageApplies(page, untilHere, WALK_DAY)).toBe(walkClaim(read, WALK_DAY).applicable.includes(page))
        }
      }
    }
  })

  test('leads from every page to the review, whether pages are answered or left open', () => {
    const onward = (snapshot: ClaimSnapshot, prefer: (page: QuestionId) => ClaimEvent) => {
      let [here, steps] = [snapshot, 0]
      for (let page = positionOf(here); page !== 'review'; page = positionOf(here)) {
        ;[here] = transition(claimMachine, here, prefer(page))
        steps += 1
        expect(steps, `round and round at ${page}`).toBeLessThanOrEqual(QUESTIONS.length)
      }
    }
    for (const snapshot of reached) {
      onward(snapshot, page => answersTo(page)[0] ?? expect.fail(page))
      onward(snapshot, page =>
        getQuestion(page).mayLeaveOpen ? { type: 'LEAVE_OPEN', how: 'skipped' } : (answersTo(page)[0] ?? expect.fail(page)),
      )
    }
  })

  test('gates no page by its own answer', () => {
    for (const question of QUESTIONS.filter(({ appliesWhen }) => appliesWhen.length > 0)) {
      const answers = question.examples.flatMap(example => {
        const parsed = parseAnswer(question, example, WALK_DAY)
        return parsed.ok ? [parsed.answer] : []
      })
      expect(answers).toHaveLength(question.examples.length)
      for (const { context } of reached) {
        const before = claimBefore(question.id, context.answers)
        for (const rule of question.appliesWhen) {
          for (const answer of answers) {
            const after = writeAnswer(before, question, answer)
            expect(APPLICABILITY[rule](after, WALK_DAY), `${question.id}: ${rule}`).toBe(APPLICABILITY[rule](before, WALK_DAY))
          }
        }
      }
    }
  })

  test('leads back through the pages by which it came', () => {
    for (const answers of Object.values(WALKERS)) {
      const { path } = replayClaim(answers, WALK_DAY)
      let [snapshot] = initialTransition(claimMachine, { today: WALK_DAY, answers: readAnswers(answers, WALK_DAY) })
      ;[snapshot] = transition(claimMachine, snapshot, { type: 'GO_TO', page: 'review' })
      for (const page of [...path].reverse()) {
        ;[snapshot] = transition(claimMachine, snapshot, { type: 'BACK' })
        expect(positionOf(snapshot)).toBe(page)
      }
      expect(snapshot.can({ type: 'BACK' })).toBe(false)
    }
  })
})

describe('replay', () => {
  test('finds the first page without an answer', () => {
    expect(replayClaim({}, WALK_DAY)).toMatchObject({ position: 'filer', path: ['filer'], setAside: [] })
    expect(replayClaim({ filer: { value: { filer: 'family-member' } } }, WALK_DAY)).toMatchObject({
      position: 'claimant-role',
      path: ['filer', 'claimant-role'],
    })
  })

  test('asks again for an answer that its page refuses now', () => {
    const answers = { ...SHORTEST_CLAIM, dates: { value: { start: 'long ago' } } }
    expect(replayClaim(answers, WALK_DAY).position).toBe('dates')
  })

  test('counts the pages that stay open', () => {
    expect(replayClaim(SHORTEST_CLAIM, WALK_DAY)).toMatchObject({ position: 'review', openCount: 0 })
    expect(replayClaim({ ...SHORTEST_CLAIM, story: { left: 'advocate' } }, WALK_DAY)).toMatchObject({ position: 'review', openCount: 1 })
  })

  test('sets answers aside when their page closes, and counts them again when it opens', () => {
    const guardian: ClaimAnswers = {
      ...SHORTEST_CLAIM,
      filer: { value: { filer: 'parent-or-guardian' } },
      'guardian-role': { value: { authority: 'guardian' } },
      'guardian-details': { value: { firstName: 'Ana' } },
    }
    expect(replayClaim(guardian, WALK_DAY)).toMatchObject({ position: 'review', setAside: [] })
    const asVictim = stepClaim(guardian, WALK_DAY, 'filer', { type: 'ANSWER', value: { filer: 'victim' } })
    expect(asVictim).toMatchObject({ accepted: true, position: 'kinds' })
    expect(replayClaim(asVictim.answers, WALK_DAY).setAside).toEqual(['guardian-role', 'guardian-details'])
    expect(walkClaim(readAnswers(asVictim.answers, WALK_DAY), WALK_DAY).claim).not.toHaveProperty('guardian')
    const again = stepClaim(asVictim.answers, WALK_DAY, 'filer', { type: 'ANSWER', value: { filer: 'parent-or-guardian' } })
    expect(again.answers).toEqual(guardian)
    expect(walkClaim(readAnswers(again.answers, WALK_DAY), WALK_DAY).claim.guardian).toEqual({ authority: 'guardian', firstName: 'Ana' })
  })
})

describe('the step of one page', () => {
  test('keeps the answer without its blanks and leads to the next page that applies', () => {
    const step = stepClaim(SHORTEST_CLAIM, WALK_DAY, 'contact', { type: 'ANSWER', value: { phone: '555-0109', email: '' } })
    expect(step).toMatchObject({ accepted: true, position: 'safe-at-home' })
    expect(step.answers.contact).toEqual({ value: { phone: '555-0109' } })
    expect(stepClaim(SHORTEST_CLAIM, WALK_DAY, 'safe-at-home', { type: 'ANSWER', value: { safeAtHome: true } }).position).toBe(
      'mailing-address',
    )
  })

  test('refuses an answer that cannot be read, and changes nothing', () => {
    const step = stepClaim(SHORTEST_CLAIM, WALK_DAY, 'names', { type: 'ANSWER', value: { birthDate: '2090' } })
    expect(step).toEqual({ answers: SHORTEST_CLAIM, position: 'names', accepted: false })
  })

  test('does not let the routing page be skipped', () => {
    expect(stepClaim({}, WALK_DAY, 'filer', { type: 'LEAVE_OPEN', how: 'skipped' })).toEqual({
      answers: {},
      position: 'filer',
      accepted: false,
    })
  })

  test('ignores an event for a page that does not apply', () => {
    const step = stepClaim(SHORTEST_CLAIM, WALK_DAY, 'late-filing', { type: 'ANSWER', value: { reason: 'I did not know.' } })
    expect(step).toEqual({ answers: SHORTEST_CLAIM, position: 'representative', accepted: false })
  })

  test('leads back over pages that do not apply', () => {
    expect(stepClaim(SHORTEST_CLAIM, WALK_DAY, 'kinds', { type: 'BACK' }).position).toBe('filer')
    expect(stepClaim(SHORTEST_CLAIM, WALK_DAY, 'filer', { type: 'BACK' })).toMatchObject({ accepted: false, position: 'filer' })
  })
})
