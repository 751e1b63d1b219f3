import type { Day } from '#machines/calendar/day.ts'
import type { CitationId } from '#machines/law/citations.ts'
import type { Obstacle } from '#machines/rules/obstacle.ts'
import { turnsDown } from '#machines/rules/lifecycle-days.ts'
import { isFullySigned, SIGNING_OBSTACLES, signingObstacles } from '#machines/rules/signing-order.ts'
import type { DraftContext } from './context.ts'
import { dayOf, type DraftEvent } from './events.ts'

/** Every obstacle between a draft and its next step; the first four are checked before the chart is asked. */
export const OBSTACLE_CODES = [
  'not-this-role',
  'not-now',
  'no-such-day',
  'day-ahead',
  'missing',
  'not-made-ready',
  ...SIGNING_OBSTACLES,
  'not-everybody-signed',
  'before-signing',
  'before-filing',
  'before-decision',
  'before-appeal',
  'nothing-turned-down',
  'appeal-decided',
  'nothing-allowed',
  'nothing-asked',
  'before-asked',
] as const
export type ObstacleCode = (typeof OBSTACLE_CODES)[number]
export type LifecycleObstacle = Obstacle<ObstacleCode>

/** Finds the obstacles to a step; an empty list means that there is none. */
type Need = (context: DraftContext, event: DraftEvent) => LifecycleObstacle[]

const when = (found: boolean, code: ObstacleCode, citation: CitationId = 'house-choice'): LifecycleObstacle[] =>
  found ? [{ code, citation }] : []

/** Whether the event's day lies before a day that must come first. */
const isBefore = (event: DraftEvent, first: Day | null) => first !== null && (dayOf(event) ?? first) < first

/** What a step needs, by the sentence that names its guard in the chart. */
export const NEEDS = {
  'nothing is missing': (_context, event) =>
    event.type === 'APPROVED'
      ? event.facts.blockers.map(({ item, citation }) => ({ code: 'missing' as const, citation, params: { item } }))
      : [],

  'the order of signing allows it': ({ plan, readyOn, signatures }, event) => {
    if (event.type !== 'SIGNED_BY') return []
    if (plan === null || readyOn === null) return when(true, 'not-made-ready')
    return signingObstacles(plan, signatures, event, readyOn)
  },

  'everybody has signed who has to': ({ plan, signatures }) =>
    when(plan === null || !isFullySigned(plan, signatures), 'not-everybody-signed', 'gov-13952-b'),

  'it follows the signatures': ({ signatures }, event) =>
    when(
      signatures.some(({ signedOn }) => isBefore(event, signedOn)),
      'before-signing',
      'gov-13952-b',
    ),

  'it follows the filing': ({ filedOn }, event) => when(isBefore(event, filedOn), 'before-filing'),

  'it follows the appeal': ({ appealedOn }, event) => when(isBefore(event, appealedOn), 'before-appeal'),

  'it follows a decision to pay': ({ decision }, event) => [
    ...when(decision === null || decision.kind === 'denied', 'nothing-allowed'),
    ...when(isBefore(event, decision?.noticeOn ?? null), 'before-decision'),
  ],

  /** An appeal after its last day is let through: whether it is too late is for the Board to say. */
  'it follows a decision that can be appealed': ({ decision }, event) => [
    ...when(!turnsDown(decision), 'nothing-turned-down', 'gov-13959'),
    ...when(turnsDown(decision) && decision.afterAppeal, 'appeal-decided', 'gov-13960'),
    ...when(isBefore(event, decision?.noticeOn ?? null), 'before-decision'),
  ],

  'something was asked for': ({ informationAskedOn }, event) => [
    ...when(informationAskedOn === null, 'nothing-asked'),
    ...when(isBefore(event, informationAskedOn), 'before-asked'),
  ],
} as const satisfies Record<string, Need>

export type NeedName = keyof typeof NEEDS
