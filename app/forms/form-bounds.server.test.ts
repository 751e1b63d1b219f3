import { describe, expect, test } from 'vitest'
import { LIST_LENGTH } from '#machines/answers/claim-file.ts'
import { getQuestion, QUESTIONS } from '#machines/answers/questions/index.ts'
import { SECTIONS } from '#machines/answers/sections.ts'
import { CLAIM_FORM, SECTION_FORM, type FormBounds } from '#app/security/forms/form-bounds.ts'
import { readFormData as readSent } from '#app/security/forms/read-form-data.server.ts'
import { fieldId, formFields, type FormField } from './form-field.server.ts'
import { noneName, ON, ongoingName, type FormValues } from './form-values.ts'
import { readForm } from './read-form.server.ts'
import { keptName } from './typed-phone.ts'

/** Most characters of each kind of field. A test below compares them with the schemas. */
const LONGEST = { text: 200, short: 200, code: 200, zip: 200, phone: 200, email: 200, fixed: 200, note: 2_000, story: 40_000 } as const
/** A letter that takes as many bytes in a form as any letter does. */
const LETTER = '語'

/** A field that is filled in as far as a person can fill it. */
function full(field: FormField, id: string, more = 0): FormValues {
  switch (field.kind) {
    case 'phone':
      return { [id]: [LETTER.repeat(LONGEST.phone + more)], [keptName(id)]: [ON] }
    case 'text':
    case 'short':
    case 'code':
    case 'zip':
    case 'email':
    case 'fixed':
    case 'note':
    case 'story':
      return { [id]: [LETTER.repeat(LONGEST[field.kind] + more)] }
    case 'date':
    case 'dateOrOngoing':
      return { [`${id}-year`]: ['2019'], [`${id}-month`]: ['12'], [`${id}-day`]: ['31'], [ongoingName(id)]: [ON] }
    case 'hours':
      return { [`${id}-low`]: ['40.25'], [`${id}-high`]: ['100.25'] }
    case 'money':
      return { [id]: ['$100,000.00'] }
    case 'rate':
      return { [`${id}-amount`]: ['$100,000.00'], [`${id}-per`]: ['two-weeks'], [`${id}-times`]: ['100,000'] }
    case 'yesNo':
      return { [id]: ['yes'] }
    case 'oneOf':
      return { [id]: [field.values.reduce((one, other) => (one.length > other.length ? one : other))] }
    case 'anyOf':
      return { [id]: field.values }
    case 'group':
      return Object.assign({ [noneName(id)]: [ON] }, ...field.fields.map(each => full(each, fieldId(id, each), more))) as FormValues
    case 'list':
      return Object.assign(
        { [noneName(id)]: [ON] },
        ...Array.from({ length: LIST_LENGTH }, (_, index) => full(field.entry, `${id}.${index}`, more)),
      ) as FormValues
  }
}

const pageOf = (id: (typeof QUESTIONS)[number]['id'], more = 0): FormValues =>
  Object.assign({}, ...formFields(getQuestion(id)).map(field => full(field, field.name, more))) as FormValues

/** The form of a page as a browser sends it, with its fingerprint and base. */
function sentPage(values: FormValues, before = ''): [string, string][] {
  const texts = Object.entries(values).flatMap(([name, all]) => all.map((text): [string, string] => [`${before}${name}`, text]))
  return [...texts, [`${before}seen`, 'f'.repeat(64)], [`${before}base`, JSON.stringify(values)]]
}

/** Number of times that a form fits into its bounds. */
function room(fields: readonly [string, string][], bounds: FormBounds): number {
  const each = fields.map(([name, text]) => new URLSearchParams([[name, text]]).toString().length)
  const bytes = each.reduce((sum, length) => sum + length + 1, 0)
  return Math.min(bounds.bytes / bytes, bounds.fields / fields.length, bounds.fieldBytes / Math.max(...each))
}

describe('the longest form that a person can honestly send', () => {
  test.each(QUESTIONS.map(({ id }) => [id]))('fits into the bounds of the page %s twice, and is read', async id => {
    const sent = sentPage(pageOf(id))
    expect(room(sent, CLAIM_FORM)).toBeGreaterThan(2)
    const request = new Request('http://localhost/', { method: 'POST', body: new URLSearchParams(sent) })
    expect([...(await readSent(request, CLAIM_FORM))]).toEqual(sent)
  })

  test.each(SECTIONS.map(id => [id]))('fits into the bounds of the section %s twice', section => {
    const sent = QUESTIONS.filter(question => question.section === section).flatMap(({ id }) => sentPage(pageOf(id), `${id}__`))
    expect(room(sent, SECTION_FORM)).toBeGreaterThan(2)
  })

  test.each(['story', 'late-filing', 'names'] as const)('cannot hold one more letter on the page %s', id => {
    const problems = (more: number) => {
      const read = readForm(getQuestion(id), pageOf(id, more), '2026-11-23')
      return read.ok ? [] : read.problems.map(({ key }) => key)
    }
    expect(problems(0)).not.toContain('errors:tooLong')
    expect(problems(1)).toContain('errors:tooLong')
  })

  test('is read even with a text of twice the length, so that its page can answer', async () => {
    const sent = sentPage({ circumstances: ['x'.repeat(80_000)] })
    const request = new Request('http://localhost/', { method: 'POST', body: new URLSearchParams(sent) })
    expect((await readSent(request, CLAIM_FORM)).get('circumstances')).toHaveLength(80_000)
  })
})
