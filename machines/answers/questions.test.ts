import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import claimEn from '#locales/en/claim.json' with { type: 'json' }
import claimEs from '#locales/es/claim.json' with { type: 'json' }
import errorsEn from '#locales/en/errors.json' with { type: 'json' }
import errorsEs from '#locales/es/errors.json' with { type: 'json' }
import termsEn from '#locales/en/terms.json' with { type: 'json' }
import termsEs from '#locales/es/terms.json' with { type: 'json' }
import { claimFileShape, FILERS } from './claim-file.ts'
import { claimField, fieldsOf } from './claim-path.ts'
import type { ChoiceField, Field, FixedField, LeafField, LeafKind } from './field.ts'
import * as PARTS from './parts.ts'
import { parseAnswer } from './parse-answer.ts'
import type { Question } from './question.ts'
import { getQuestion, isQuestionId, QUESTIONS } from './questions/index.ts'
import { SECTIONS } from './sections.ts'
import { readAnswer, writeAnswer } from './store.ts'

const TODAY = '2026-11-23'

type Tree = { readonly [key: string]: Tree | string }
const LANGUAGES = {
  en: { claim: claimEn as Tree, errors: errorsEn as Tree, terms: termsEn as Tree },
  es: { claim: claimEs as Tree, errors: errorsEs as Tree, terms: termsEs as Tree },
}

const at = (tree: Tree, ...keys: string[]) =>
  keys.reduce<Tree | string | undefined>((place, key) => (typeof place === 'object' ? place[key] : undefined), tree)
/** Endings of sentences that differ where another person than the victim fills the claim in (`app/features/claim/speech.server.ts`). */
const VOICE = /_(guardian|family|helper|for|about)$/
const keysOf = (place: Tree | string | undefined) =>
  [...new Set(Object.keys(typeof place === 'object' ? place : {}).map(key => key.replace(VOICE, '')))].sort()

const LINE = { fits: ['Rosa', 'x'.repeat(200)], misfits: ['x'.repeat(201), 7] }

/** Values that each kind of field accepts (`fits`) and refuses (`misfits`). */
const HELD: Readonly<Record<LeafKind, { readonly fits: readonly unknown[]; readonly misfits: readonly unknown[] }>> = {
  text: LINE,
  short: LINE,
  code: LINE,
  zip: LINE,
  phone: LINE,
  email: { fits: ['', 'rosa@example.org'], misfits: ['rosa'] },
  note: { fits: ['x'.repeat(2_000)], misfits: ['x'.repeat(2_001), 7] },
  story: { fits: ['x'.repeat(40_000)], misfits: ['x'.repeat(40_001), 7] },
  date: { fits: ['2021', '2021-03-15'], misfits: ['ongoing', 'spring'] },
  dateOrOngoing: { fits: ['2021-03', 'ongoing'], misfits: ['never'] },
  hours: { fits: [40, { low: 30, high: 45.5 }], misfits: [169, '40'] },
  money: { fits: [0, 120_050], misfits: [-1, 10.5, '100'] },
  rate: { fits: [{ amountCents: 0 }, { amountCents: 500, per: 'hour' }], misfits: [{ per: 'hour' }, 500] },
  yesNo: { fits: [true, false], misfits: ['yes'] },
}

type Fact = LeafField | FixedField | ChoiceField

/** All facts of a page, those in its groups and lists too, each with its place and the claim file's schema for that place. */
const factsOf = ({ fields }: Question) => Object.values(fields).flatMap(field => factsIn(field, field.path))

function factsIn(field: Field, path: string): (readonly [string, Fact, z.ZodType])[] {
  const within = path.split('[]')[0] ?? path
  switch (field.kind) {
    case 'group':
      return field.parts.fields.flatMap(part => factsIn(part, `${path}.${part.path}`))
    case 'list':
      return field.entry === 'text' ? [] : field.entry.fields.flatMap(part => factsIn(part, `${within}.${part.path}`))
    default:
      return [[path, field, claimField(path)]]
  }
}

describe.each(QUESTIONS.map(question => [question.id, question] as const))('%s', (id, question: Question) => {
  test('has several examples and counter-examples', () => {
    expect(question.examples.length).toBeGreaterThanOrEqual(2)
    expect(question.counterExamples.length).toBeGreaterThanOrEqual(3)
  })

  test.each(question.examples)('accepts example %#, and gives it back from the claim file', example => {
    const parsed = parseAnswer(question, example, TODAY)
    if (!parsed.ok) expect.fail(JSON.stringify(parsed.problems))
    // An employer's size is stored in its period of work, so the claim must hold the periods first.
    const periods = 'sizes' in parsed.answer ? (parsed.answer.sizes as Record<string, unknown>[]) : []
    // Letters to the home address are stored as that address, so the claim must hold it first.
    const home = { city: 'Example City' }
    const atHome = parsed.answer.mailingAddress === null ? { victim: { residenceAddress: home } } : {}
    const before = 'sizes' in parsed.answer ? { work: periods.map(({ employerSize: _size, ...period }) => period) } : atHome
    const claim = writeAnswer(before, question, parsed.answer)
    expect(claimFileShape.safeParse(claim).success).toBe(true)
    expect(readAnswer(claim, question)).toEqual(parsed.answer.mailingAddress === null ? { mailingAddress: home } : parsed.answer)
  })

  test.each(question.counterExamples)('refuses counter-example %# at the place that it names', ({ answer, path, error }) => {
    expect(parseAnswer(question, answer, TODAY)).toMatchObject({ ok: false, problems: [{ path, key: error }] })
  })

  test('has a place in the claim file for every field', () => {
    expect(Object.keys(question.fields).length).toBeGreaterThan(0)
    for (const { path } of Object.values(question.fields)) expect(() => claimField(path)).not.toThrow()
  })

  test.each(factsOf(question))('accepts at %s what the claim file accepts there', (_path, fact, schema) => {
    if (fact.kind === 'oneOf' || fact.kind === 'anyOf') {
      const { items, enum: values } = z.toJSONSchema(schema) as { items?: { enum: string[] }; enum?: string[] }
      expect([items !== undefined, items?.enum ?? values]).toEqual([fact.kind === 'anyOf', [...fact.values]])
      return
    }
    const { fits, misfits } = HELD[fact.kind === 'fixed' ? fact.as : fact.kind]
    for (const value of fits) expect(schema.safeParse(value).success, JSON.stringify(value)).toBe(true)
    for (const value of misfits) expect(schema.safeParse(value).success, JSON.stringify(value)).toBe(false)
  })

  test('asks for every fact of a group', () => {
    for (const field of Object.values(question.fields).filter(each => each.kind === 'group'))
      expect(field.parts.fields.map(({ path }) => path)).toEqual(Object.keys(fieldsOf(claimField(field.path)) ?? {}))
  })

  test.each(Object.entries(LANGUAGES))('has all its sentences in %s', (_code, { claim, errors, terms }) => {
    const texts = ['title', 'why', 'help', ...(question.mayLeaveOpen ? ['skipped'] : [])]
    const { points = [] } = question
    expect(keysOf(at(claim, 'questions', id))).toEqual([...texts, ...(points.length > 0 ? ['points'] : []), 'fields'].sort())
    expect(keysOf(at(claim, 'questions', id, 'points'))).toEqual([...points].sort())
    for (const text of texts) expect(at(claim, 'questions', id, text)).toMatch(/\S/)
    expect(keysOf(at(claim, 'questions', id, 'fields'))).toEqual(Object.keys(question.fields).sort())
    for (const name of Object.keys(question.fields)) {
      expect(at(claim, 'questions', id, 'fields', name, 'label')).toMatch(/\S/)
    }
    for (const [, fact] of factsOf(question)) if ('values' in fact) expect(keysOf(terms[fact.terms])).toEqual([...fact.values].sort())
    for (const { error } of question.counterExamples) expect(at(errors, error.replace('errors:', ''))).toMatch(/\S/)
  })
})

describe('the question set', () => {
  test('gives every place in the claim file to one question', () => {
    const paths = QUESTIONS.flatMap(question => Object.values(question.fields).map(({ path }) => path))
    expect(paths.filter((path, index) => paths.indexOf(path) !== index)).toEqual([])
  })

  test('asks for every place in the claim file', () => {
    const asked = new Set<string>(QUESTIONS.flatMap(question => Object.values(question.fields).map(({ path }) => path)))
    const outside = ['version', 'today', 'language', 'leftOpen']
    const places = Object.keys(claimFileShape.shape).flatMap(name => {
      const inner = Object.keys(fieldsOf(claimField(name)) ?? {})
      return asked.has(name) || outside.includes(name) ? [] : inner.length > 0 ? inner.map(field => `${name}.${field}`) : [name]
    })
    expect(places.filter(place => !asked.has(place))).toEqual([])
  })

  test('asks section by section, in the order of the sections', () => {
    const order = QUESTIONS.map(question => SECTIONS.indexOf(question.section))
    expect(order).toEqual([...order].sort((one, other) => one - other))
    expect(new Set(order).size).toBe(SECTIONS.length)
  })

  test('lets a person leave open every page but the one that decides which pages follow', () => {
    expect(QUESTIONS.filter(question => !question.mayLeaveOpen).map(question => question.id)).toEqual(['filer'])
  })

  test('finds a question by its id', () => {
    expect(getQuestion('story').fields).toEqual({ circumstances: { kind: 'story', path: 'crime.circumstances' } })
    expect([isQuestionId('story'), isQuestionId('immigration')]).toEqual([true, false])
  })

  test.each(Object.entries(LANGUAGES))('has no sentence in %s without a question, section, part or filer', (_code, { claim }) => {
    expect(keysOf(claim.questions)).toEqual(QUESTIONS.map(question => question.id as string).sort())
    expect(keysOf(claim.sections)).toEqual([...SECTIONS].sort())
    expect(keysOf(claim.voice)).toEqual([...FILERS].sort())
    const groups = Object.values(PARTS)
    expect(keysOf(claim.parts)).toEqual(groups.map(({ name }) => name).sort())
    for (const { name, fields, folded = 0 } of groups) {
      expect(keysOf(at(claim, 'parts', name))).toEqual([...fields.map(({ path }) => path), ...(folded > 0 ? ['fold'] : [])].sort())
      for (const { path } of fields) expect(at(claim, 'parts', name, path, 'label')).toMatch(/\S/)
    }
  })
})
