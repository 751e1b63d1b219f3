import { describe, expect, test } from 'vitest'
import termsEn from '#locales/en/terms.json' with { type: 'json' }
import termsEs from '#locales/es/terms.json' with { type: 'json' }
import { CRIME_EVIDENCE_IDS, INCOME_EVIDENCE_IDS } from '#machines/law/evidence.ts'
import {
  AUTHORITIES,
  CAPACITIES,
  CRIME_KINDS,
  EMPLOYER_SIZES,
  FILERS,
  LEFT_OPEN,
  LOSS_KINDS,
  PAYMENT_PAUSES,
  REPRESENTATIVE_KINDS,
  SOURCE_KINDS,
  SOURCE_STATES,
  STATEMENT_FACTS,
} from './claim-file.ts'
import { claimField, fieldsOf } from './claim-path.ts'
import { PARTS } from './parts.ts'
import { QUESTIONS } from './questions/index.ts'

const ENUMERATIONS = {
  filer: FILERS,
  capacity: CAPACITIES,
  authority: AUTHORITIES,
  tookPart: ['no', 'another', 'self', 'unsure'],
  kind: CRIME_KINDS,
  evidence: CRIME_EVIDENCE_IDS,
  incomeEvidence: INCOME_EVIDENCE_IDS,
  statementFact: STATEMENT_FACTS,
  employerSize: EMPLOYER_SIZES,
  loss: LOSS_KINDS,
  source: SOURCE_KINDS,
  sourceState: SOURCE_STATES,
  pause: PAYMENT_PAUSES,
  representativeKind: REPRESENTATIVE_KINDS,
  leftOpen: LEFT_OPEN,
} as const
const WORDS = ['yes', 'no', 'notAnswered', 'none', 'ongoing'] as const

/** Choices of a schema, whatever "optional" and "list of" stand around them. */
function choicesOf(schema: unknown): readonly string[] | undefined {
  const { type, innerType, element, entries } = (schema as { _zod: { def: Record<string, unknown> } })._zod.def
  if (type === 'enum') return Object.values(entries as Record<string, string>)
  const inner = innerType ?? element
  return inner === undefined ? undefined : choicesOf(inner)
}

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

const labelled = QUESTIONS.flatMap(({ id, fields, options = {}, parts = {} }) => [
  ...Object.entries(options).map(([name, group]) => [id, group, claimField(fields[name] ?? '')] as const),
  ...Object.entries(parts).flatMap(([name, partGroup]) =>
    Object.entries(PARTS[partGroup].options).map(
      ([part, group]) => [id, group, fieldsOf(claimField((fields[name] ?? '').split('[]')[0] ?? ''))?.[part]] as const,
    ),
  ),
])

test.each(labelled)('%s labels its choices with the group that holds them: %s', (_id, group, schema) => {
  const choices = group === 'yesNo' ? undefined : ENUMERATIONS[group as keyof typeof ENUMERATIONS]
  expect(choicesOf(schema)).toEqual(choices && [...choices])
})
