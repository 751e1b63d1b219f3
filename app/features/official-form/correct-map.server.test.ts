import { beforeAll, describe, expect, test } from 'vitest'
import { getTranslate } from '#app/i18n/resources.server.ts'
import { makeForm } from '#app/official-form/testing/forms.ts'
import { proposeMap } from '#app/official-form/proposal/propose-map.ts'
import { readOfficialForm } from '#app/official-form/read-official-form.server.ts'
import { changedEntries } from './correct-map.server.ts'
import { fieldsOnPage, type PageField } from './page-fields.ts'

let first: PageField[]
let second: PageField[]
beforeAll(async () => {
  const facts = await readOfficialForm(await makeForm())
  const map = proposeMap(facts, getTranslate('en'))
  first = fieldsOnPage({ facts, map }, 1)
  second = fieldsOnPage({ facts, map }, 2)
})

const controlOf = (fields: readonly PageField[], name: string, place = 0) =>
  fields.filter(({ field }) => field.name === name)[place]?.control ?? ''
function posted(values: Record<string, string>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(values)) form.set(name, value)
  return form
}

describe('the corrections of a page', () => {
  test('list its fields from top to bottom, and a choice once for each box', () => {
    expect(first[0]?.field.name).toBe('a1')
    expect(first.filter(({ field }) => field.name === 'emergency')).toHaveLength(2)
    expect(second.find(({ field }) => field.name === 'sign')?.alwaysBlank).toBe(true)
  })

  test('are the entries that differ from the map, as a person’s choice', () => {
    expect(changedEntries(first, posted({ [controlOf(first, 'a1')]: 'applicant.lastName' }))).toEqual([])
    expect(changedEntries(first, posted({ [controlOf(first, 'a1')]: 'victim.birthDate', [`w${controlOf(first, 'a1')}`]: 'YYYY' }))).toEqual(
      [{ field: 'a1', use: 'answer', answer: 'victim.birthDate', format: 'YYYY', basis: { by: 'person', words: '', confidence: 1 } }],
    )
    expect(changedEntries(first, posted({ [controlOf(first, 'a1')]: 'blank:not-asked' }))).toEqual([
      { field: 'a1', use: 'blank', why: 'not-asked' },
    ])
  })

  test('drop a way of writing that belongs to another kind of answer', () => {
    const name = controlOf(first, 'Text7')
    expect(changedEntries(first, posted({ [name]: 'victim.lastName', [`w${name}`]: 'MM/DD/YYYY' }))).toMatchObject([
      { field: 'Text7', answer: 'victim.lastName' },
    ])
    expect(changedEntries(first, posted({ [name]: 'victim.lastName', [`w${name}`]: 'MM/DD/YYYY' }))[0]).not.toHaveProperty('format')
  })

  test('change one box of a choice and keep the other', () => {
    const [entry] = changedEntries(
      first,
      posted({ [controlOf(first, 'emergency', 0)]: 'victim.died=yes', [controlOf(first, 'emergency', 1)]: 'claim.emergency=no' }),
    )
    expect(entry).toMatchObject({
      field: 'emergency',
      use: 'ticks',
      ticks: [
        { answer: 'victim.died', equals: 'yes' },
        { answer: 'claim.emergency', equals: 'no' },
      ],
    })
  })

  test('never touch a signature, whatever is sent', () => {
    for (const name of ['sign', 'applicant_signature', 'when']) {
      expect(changedEntries(second, posted({ [controlOf(second, name)]: 'victim.fullName' }))).toEqual([])
    }
  })

  test.each(['victim.ssn', '__proto__', 'blank:because'])('refuse %s', value => {
    expect(() => changedEntries(first, posted({ [controlOf(first, 'a1')]: value }))).toThrow(expect.objectContaining({ status: 400 }))
  })
})
