import { describe, expect, it } from 'vitest'
import { PAYMENT_PAUSES } from '#machines/answers/claim-file.ts'
import { ASSUMPTION_IDS } from '#machines/law/assumptions.ts'
import { DEADLINE_BASES, DEADLINE_REASONS, DEADLINE_STATUSES } from '#machines/rules/deadline.ts'
import { ELIGIBILITY_OUTCOMES, ELIGIBILITY_REASONS } from '#machines/rules/eligibility.ts'
import { INCOME_LOSS_REASONS } from '#machines/rules/income-loss.ts'
import { MISSING_ITEMS } from '#machines/rules/missing.ts'
import { readingOf } from '#scripts/reading/readability.ts'
import english from './en/rules.json' with { type: 'json' }
import spanish from './es/rules.json' with { type: 'json' }

/** Names of the sentences of a part, a plural counted once. */
const names = (part: object) => [...new Set(Object.keys(part).map(key => key.replace(/_(one|many|other)$/, '')))].sort()

describe.each([
  ['en', english],
  ['es', spanish],
])('the sentences of the rules in %s', (_, sentences) => {
  it('exist for everything that a rule can say, and for nothing else', () => {
    expect(names(sentences.reason)).toEqual([...new Set([...INCOME_LOSS_REASONS, ...DEADLINE_REASONS, ...ELIGIBILITY_REASONS])].sort())
    expect(names(sentences.assumption)).toEqual([...ASSUMPTION_IDS].sort())
    expect(names(sentences.missing)).toEqual([...MISSING_ITEMS].sort())
    expect(names(sentences.outcome)).toEqual([...ELIGIBILITY_OUTCOMES].sort())
    expect(names(sentences.deadline.status)).toEqual([...DEADLINE_STATUSES].sort())
    expect(names(sentences.deadline.basis)).toEqual([...DEADLINE_BASES].sort())
    for (const outcome of ELIGIBILITY_OUTCOMES) expect(names(sentences.outcome[outcome])).toEqual(['text', 'title'])
  })

  it('cover every circumstance that pauses payment', () => {
    for (const pause of PAYMENT_PAUSES) expect(ELIGIBILITY_REASONS).toContain(`pause-${pause}`)
  })
})

/** Every sentence of a part of the locale file. */
const sentencesOf = (part: unknown): string[] => (typeof part === 'string' ? [part] : Object.values(part as object).flatMap(sentencesOf))

describe('the English sentences of the rules', () => {
  it.each(sentencesOf(english))('read at grade 6 or lower: %s', sentence => {
    expect(readingOf([sentence]).grade).toBeLessThanOrEqual(6)
  })
})
