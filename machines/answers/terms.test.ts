import { describe, expect, test } from 'vitest'
import termsEn from '#locales/en/terms.json' with { type: 'json' }
import termsEs from '#locales/es/terms.json' with { type: 'json' }
import { CHOICES } from './choices.ts'
import { LEFT_OPEN } from './claim-file.ts'

const ENUMERATIONS = { ...CHOICES, leftOpen: LEFT_OPEN } as const
const WORDS = ['yes', 'no', 'notAnswered', 'none', 'ongoing'] as const

describe.each([
  ['en', termsEn],
  ['es', termsEs],
] as const)('labels in %s', (_code, terms) => {
  test.each(Object.entries(ENUMERATIONS))('name every %s and nothing else', (group, ids) => {
    const labels = terms[group as keyof typeof ENUMERATIONS] as Record<string, string>
    expect(Object.keys(labels)).toEqual([...ids])
    for (const label of Object.values(labels)) expect(label).toMatch(/\S/)
    expect(new Set(Object.values(labels)).size).toBe(ids.length)
  })

  test('name the words that answers share, and hold nothing more', () => {
    for (const word of WORDS) expect(terms[word]).toMatch(/\S/)
    expect(Object.keys(terms)).toEqual([...Object.keys(ENUMERATIONS), ...WORDS])
    // "Not answered" and "none" are different things everywhere.
    expect(terms.notAnswered).not.toBe(terms.none)
  })
})
