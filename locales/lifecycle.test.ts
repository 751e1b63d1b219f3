import { describe, expect, test } from 'vitest'
import { SENT_BACK_REASONS } from '#machines/draft/context.ts'
import { CLOSING_REASONS } from '#machines/draft/events.ts'
import { DRAFT_STATES } from '#machines/draft/machine.ts'
import { OBSTACLE_CODES } from '#machines/draft/needs.ts'
import { LIFECYCLE_ROLES, MAY_TAKE } from '#machines/draft/roles.ts'
import { DUE_ASSUMPTIONS, DUE_KINDS } from '#machines/rules/due-dates.ts'
import { SIGNATORIES } from '#machines/rules/signing-order.ts'
import { readingOf } from '#scripts/reading/readability.ts'
import english from './en/lifecycle.json' with { type: 'json' }
import spanish from './es/lifecycle.json' with { type: 'json' }

describe.each([
  ['en', english],
  ['es', spanish],
])('the sentences of a draft’s lifecycle in %s', (_, sentences) => {
  test.each([
    ['state', DRAFT_STATES, sentences.state],
    ['event', Object.keys(MAY_TAKE), sentences.event],
    ['role', LIFECYCLE_ROLES, sentences.role],
    ['signer', SIGNATORIES, sentences.signer],
    ['sentBack', SENT_BACK_REASONS, sentences.sentBack],
    ['closedWhy', CLOSING_REASONS, sentences.closedWhy],
    ['whyNot', OBSTACLE_CODES, sentences.whyNot],
    ['due.kind', DUE_KINDS, sentences.due.kind],
    ['due.assumption', Object.keys(DUE_ASSUMPTIONS), sentences.due.assumption],
  ])('exist in "%s" for every code, and for no other', (_part, codes, part) => {
    expect(Object.keys(part).sort()).toEqual([...codes].sort())
  })
})

const sentencesOf = (part: unknown): string[] => (typeof part === 'string' ? [part] : Object.values(part as object).flatMap(sentencesOf))

test.each([...sentencesOf(english.whyNot), ...sentencesOf(english.sentBack), ...sentencesOf(english.due)])(
  '%s is easy to read',
  sentence => {
    expect(readingOf([sentence]).grade).toBeLessThanOrEqual(6)
  },
)
