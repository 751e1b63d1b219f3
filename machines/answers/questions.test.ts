import { describe, expect, test } from 'vitest'
import claimEn from '#locales/en/claim.json' with { type: 'json' }
import claimEs from '#locales/es/claim.json' with { type: 'json' }
import errorsEn from '#locales/en/errors.json' with { type: 'json' }
import errorsEs from '#locales/es/errors.json' with { type: 'json' }
import termsEn from '#locales/en/terms.json' with { type: 'json' }
import termsEs from '#locales/es/terms.json' with { type: 'json' }
import { claimFileShape, FILERS } from './claim-file.ts'
import { claimField, fieldsOf } from './claim-path.ts'
import { PARTS } from './parts.ts'
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
/** Endings of sentences that differ where a guardian, a family member or a helper fills the claim in. */
const VOICE = /_(guardian|family|helper)$/
const keysOf = (place: Tree | string | undefined) =>
  [...new Set(Object.keys(typeof place === 'object' ? place : {}).map(key => key.replace(VOICE, '')))].sort()

describe.each(QUESTIONS.map(question => [question.id, question] as const))('%s', (id, question: Question) => {
  test('has several examples and counter-examples', () => {
    expect(question.examples.length).toBeGreaterThanOrEqual(2)
    expect(question.counterExamples.length).toBeGreaterThanOrEqual(3)
  })

  test.each(question.examples)('accepts example %#, and gives it back from the claim file', example => {
    const parsed = parseAnswer(question, example, TODAY)
    if (!parsed.ok) expect.fail(JSON.stringify(parsed.problems))
    // A size is kept at its period, so the claim must hold the periods first.
    const periods = 'sizes' in parsed.answer ? (parsed.answer.sizes as Record<string, unknown>[]) : []
    const before = 'sizes' in parsed.answer ? { work: periods.map(({ employerSize: _size, ...period }) => period) } : {}
    const claim = writeAnswer(before, question, parsed.answer)
    expect(claimFileShape.safeParse(claim).success).toBe(true)
    expect(readAnswer(claim, question)).toEqual(parsed.answer)
  })

  test.each(question.counterExamples)('refuses counter-example %# at the said place', ({ answer, path, error }) => {
    expect(parseAnswer(question, answer, TODAY)).toMatchObject({ ok: false, problems: [{ path, key: error }] })
  })

  test('has every field in the claim file', () => {
    expect(Object.keys(question.fields).length).toBeGreaterThan(0)
    for (const path of Object.values(question.fields)) expect(() => claimField(path)).not.toThrow()
  })

  test('names only options and parts of its own fields, as the claim file has them', () => {
    for (const [name, group] of Object.entries(question.parts ?? {})) {
      const path = question.fields[name] ?? expect.fail(name)
      const whole = path.endsWith('[].employerSize') ? 'work' : path
      const places = fieldsOf(claimField(whole)) ?? {}
      for (const part of PARTS[group].names) expect(places, `${whole}.${part}`).toHaveProperty(part)
      const asked = path === 'work' ? [...PARTS[group].names, 'employerSize'] : PARTS[group].names
      if (path === whole) expect([...asked].sort()).toEqual(Object.keys(places).sort())
    }
    for (const name of Object.keys(question.options ?? {})) expect(question.fields).toHaveProperty(name)
  })

  test.each(Object.entries(LANGUAGES))('has all its sentences in %s', (_code, { claim, errors, terms }) => {
    const texts = ['title', 'why', 'help', ...(question.mayLeaveOpen ? ['skipped'] : [])]
    expect(keysOf(at(claim, 'questions', id))).toEqual([...texts, 'fields'].sort())
    for (const text of texts) expect(at(claim, 'questions', id, text)).toMatch(/\S/)
    expect(keysOf(at(claim, 'questions', id, 'fields'))).toEqual(Object.keys(question.fields).sort())
    for (const name of Object.keys(question.fields)) {
      expect(at(claim, 'questions', id, 'fields', name, 'label')).toMatch(/\S/)
    }
    for (const group of Object.values(question.options ?? {})) {
      if (group !== 'yesNo') expect(keysOf(terms[group]).length).toBeGreaterThan(0)
    }
    for (const { error } of question.counterExamples) expect(at(errors, error.replace('errors:', ''))).toMatch(/\S/)
  })
})

describe('the question set', () => {
  test('gives every place in the claim file to one question', () => {
    const paths = QUESTIONS.flatMap(question => Object.values(question.fields))
    expect(paths.filter((path, index) => paths.indexOf(path) !== index)).toEqual([])
  })

  test('asks for every place in the claim file', () => {
    const asked = new Set<string>(QUESTIONS.flatMap(question => Object.values(question.fields)))
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

  test('can leave open every page but the one that routes', () => {
    expect(QUESTIONS.filter(question => !question.mayLeaveOpen).map(question => question.id)).toEqual(['filer'])
  })

  test('finds a question by its id', () => {
    expect(getQuestion('story').fields).toEqual({ circumstances: 'crime.circumstances' })
    expect([isQuestionId('story'), isQuestionId('immigration')]).toEqual([true, false])
  })

  test.each(Object.entries(LANGUAGES))('has no sentence in %s without a question, section, part or filer', (_code, { claim }) => {
    expect(keysOf(claim.questions)).toEqual(QUESTIONS.map(question => question.id as string).sort())
    expect(keysOf(claim.sections)).toEqual([...SECTIONS].sort())
    expect(keysOf(claim.voice)).toEqual([...FILERS].sort())
    expect(keysOf(claim.parts)).toEqual(Object.keys(PARTS).sort())
    for (const [group, { names }] of Object.entries(PARTS)) {
      expect(keysOf(at(claim, 'parts', group))).toEqual([...names].sort())
      for (const name of names) expect(at(claim, 'parts', group, name, 'label')).toMatch(/\S/)
    }
  })
})
