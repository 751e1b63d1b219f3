import { beforeAll, describe, expect, test } from 'vitest'
import { getTranslate } from '#app/i18n/resources.server.ts'
import type { FormFacts } from '../form-field.ts'
import type { FormMap } from '../form-map.ts'
import { makeForm } from '../testing/forms.ts'
import { readOfficialForm } from '../read-official-form.server.ts'
import { proposeMap } from './propose-map.ts'

let form: FormFacts
let map: FormMap
beforeAll(async () => {
  form = await readOfficialForm(await makeForm())
  map = proposeMap(form, getTranslate('en'))
})

const entry = (name: string) => map.fields.find(({ field }) => field === name)

describe('the fields of a form', () => {
  test('are listed with their kind, their place and their limits', () => {
    expect(form.pages.map(({ width, height }) => [width, height])).toEqual([
      [612, 792],
      [612, 792],
    ])
    const field = (name: string) => form.fields.find(one => one.name === name)
    expect(field('zip')).toMatchObject({
      kind: 'text',
      maxLength: 5,
      comb: true,
      multiline: false,
      tooltip: 'Mailing address ZIP code',
      filled: false,
    })
    expect(field('zip')?.boxes).toEqual([expect.objectContaining({ page: 1, x: 380, y: 640, width: 90, height: 16 })])
    expect(field('state')).toMatchObject({ kind: 'choice', options: ['AZ', 'CA', 'NV'] })
    expect(field('emergency')).toMatchObject({ kind: 'radio' })
    expect(field('emergency')?.boxes).toHaveLength(2)
    expect(field('c1')).toMatchObject({ kind: 'checkbox', options: [expect.any(String)] })
    expect(field('story')?.multiline).toBe(true)
    expect(field('sign')).toMatchObject({ kind: 'signature', boxes: [expect.objectContaining({ page: 2 })] })
  })
})

describe('a proposed map', () => {
  test('has every field once, and says what each entry was made from', () => {
    expect(map.fields.map(({ field }) => field)).toEqual(form.fields.map(({ name }) => name))
    expect(entry('a1')).toEqual({
      field: 'a1',
      use: 'answer',
      answer: 'applicant.lastName',
      basis: { by: 'tooltip', words: 'last name of the applicant', confidence: 0.9 },
    })
    expect(entry('Applicant_FirstName')).toMatchObject({ answer: 'applicant.firstName', basis: { by: 'name' } })
    expect(entry('Text7')).toMatchObject({
      answer: 'applicant.birthDate',
      format: 'MM/DD/YYYY',
      basis: { by: 'label', words: 'date of birth' },
    })
    expect(entry('Text8')).toMatchObject({ answer: 'applicant.phone', basis: { by: 'label' } })
  })

  test('takes the subject of a field from the heading above it, with less confidence', () => {
    expect(entry('b1')).toMatchObject({ answer: 'victim.fullName', basis: { confidence: 0.8 } })
    expect(entry('zip')).toMatchObject({ answer: 'applicant.mailingZip' })
    expect(entry('state')).toMatchObject({ answer: 'applicant.mailingState' })
  })

  test('matches boxes to tick by their words and by their question', () => {
    expect(entry('c1')).toMatchObject({ use: 'ticks', ticks: [{ answer: 'loss.kinds', equals: 'relocation' }] })
    const radio = entry('emergency')
    expect(radio?.use === 'ticks' && radio.ticks.map(({ answer, equals }) => `${answer} ${equals}`)).toEqual([
      'claim.emergency yes',
      'claim.emergency no',
    ])
  })

  test('leaves blank the fields for a signature, for its date, and for the office', () => {
    expect(entry('sign')).toEqual({ field: 'sign', use: 'blank', why: 'signature' })
    expect(entry('applicant_signature')).toEqual({ field: 'applicant_signature', use: 'blank', why: 'signature' })
    expect(entry('when')).toEqual({ field: 'when', use: 'blank', why: 'signing-date' })
    expect(entry('Date2')).toEqual({ field: 'Date2', use: 'blank', why: 'signing-date' })
    expect(entry('office')).toEqual({ field: 'office', use: 'blank', why: 'official-use' })
  })
})
