import { beforeAll, describe, expect, test } from 'vitest'
import { getTranslate } from '#app/i18n/resources.server.ts'
import { FormError } from './form-error.ts'
import type { FormFacts } from './form-field.ts'
import { mapText, parseMap, withEntries, type FormMap, type MapEntry } from './form-map.ts'
import { makeForm, makeLockedForm, makePlainPdf, makeXfaShell } from './testing/forms.ts'
import { mustStayBlank } from './must-stay-blank.ts'
import { proposeMap } from './proposal/propose-map.ts'
import { readOfficialForm } from './read-official-form.server.ts'

let form: FormFacts
let map: FormMap
beforeAll(async () => {
  form = await readOfficialForm(await makeForm())
  map = proposeMap(form, getTranslate('en'))
})

const BASIS = { by: 'person', words: '', confidence: 1 } as const
const changed = (entry: MapEntry) => withEntries(map, [entry])

/** The problem for which a map is refused, and the names that it is about. */
function refusal(input: unknown): [string, readonly string[]] {
  try {
    parseMap(input, form)
  } catch (error) {
    if (error instanceof FormError) return [error.problem, error.where]
  }
  throw new Error('the map was not refused')
}

describe('a map', () => {
  test('is written with one field on each line, and is the same when it is read back', () => {
    const text = mapText(map)
    expect(parseMap(JSON.parse(text), form)).toEqual(map)
    expect(text.split('\n').filter(line => line.includes('"field":'))).toHaveLength(map.fields.length)
  })

  test('is refused when it has another shape', () => {
    expect(refusal(null)[0]).toBe('mapShape')
    expect(refusal({ ...map, formatVersion: 2 })).toEqual(['mapShape', ['formatVersion']])
    expect(refusal({ ...map, extra: 1 })[0]).toBe('mapShape')
    expect(refusal({ ...map, fields: [{ field: 'a1', use: 'today' }] })[0]).toBe('mapShape')
  })

  test('is refused for another form', () => {
    expect(refusal({ ...map, form: { sha256: '0'.repeat(64) } })).toEqual(['otherForm', []])
  })

  test('is refused with an unknown field, a repeated field or a missing field', () => {
    expect(refusal({ ...map, fields: [...map.fields, { field: 'ghost', use: 'blank', why: 'undecided' }] })).toEqual([
      'unknownField',
      ['ghost'],
    ])
    expect(refusal({ ...map, fields: [...map.fields, map.fields[0]] })).toEqual(['unknownField', ['a1']])
    expect(refusal({ ...map, fields: map.fields.slice(1) })).toEqual(['missingField', ['a1']])
  })

  test.each(['sign', 'applicant_signature', 'when'])('is refused when it fills in %s, which is signed or dated by hand', field => {
    expect(refusal(changed({ field, use: 'answer', answer: 'victim.fullName', basis: BASIS }))).toEqual(['mustStayBlank', [field]])
  })

  test('is refused with an unknown answer, an unknown option or a wrong kind', () => {
    expect(refusal(changed({ field: 'a1', use: 'answer', answer: 'victim.ssn', basis: BASIS }))).toEqual(['unknownAnswer', ['a1']])
    expect(refusal(changed({ field: 'a1', use: 'answer', answer: 'victim.lastName', format: 'MM', basis: BASIS }))).toEqual([
      'wrongKind',
      ['a1'],
    ])
    expect(refusal(changed({ field: 'c1', use: 'answer', answer: 'victim.lastName', basis: BASIS }))).toEqual(['wrongKind', ['c1']])
    const tick = { option: '1', answer: 'claim.emergency', equals: 'perhaps' }
    expect(refusal(changed({ field: 'emergency', use: 'ticks', ticks: [tick], basis: BASIS }))).toEqual(['unknownOption', ['emergency']])
    expect(refusal(changed({ field: 'emergency', use: 'ticks', ticks: [{ ...tick, option: '9', equals: 'yes' }], basis: BASIS }))).toEqual([
      'unknownOption',
      ['emergency'],
    ])
  })

  test('gets the next version with every correction', () => {
    const next = changed({ field: 'a1', use: 'blank', why: 'not-asked' })
    expect(next.version).toBe(2)
    expect(next.fields.filter((entry, index) => entry !== map.fields[index])).toEqual([{ field: 'a1', use: 'blank', why: 'not-asked' }])
  })
})

describe('a form', () => {
  test.each([
    ['locked', makeLockedForm],
    ['noFields', makePlainPdf],
    ['xfaOnly', makeXfaShell],
    ['notPdf', () => Promise.resolve(new TextEncoder().encode('hello'))],
  ] as const)('is refused as %s', async (problem, make) => {
    await expect(readOfficialForm(await make())).rejects.toMatchObject({ name: 'FormError', problem })
  })
})

describe('mustStayBlank', () => {
  test.each([
    ['text', 'Signature of applicant', true],
    ['text', 'SigDate[0]', true],
    ['text', 'Firma del solicitante', true],
    ['text', 'Print name of the person who signed', false],
    ['text', 'Middle initial', false],
    ['text', 'Initial here', true],
    ['text', 'Assigned to', false],
    ['signature', 'x', true],
  ] as const)('answers for a %s field with the tooltip "%s": %s', (kind, tooltip, expected) => {
    expect(mustStayBlank({ kind, name: 'f', tooltip })).toBe(expected)
  })
})
