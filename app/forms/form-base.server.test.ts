import { expect, test } from 'vitest'
import { CLAIM_FORM } from '#app/security/forms/form-bounds.ts'
import { readBase } from './form-base.server.ts'

const fields = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`name-${index}`, ['x']]))

test('a base is read as the form sends it back', () => {
  const base = { 'periods.0.kind': ['Sewing'], kinds: ['work', 'force'], story: [] }
  expect(readBase(JSON.stringify(base))).toEqual(base)
  expect(readBase(JSON.stringify(fields(CLAIM_FORM.fields)))).toEqual(fields(CLAIM_FORM.fields))
})

test.each([
  ['nothing', undefined],
  ['no JSON', '{"a":['],
  ['no object', '"text"'],
  ['nothing as JSON', 'null'],
  ['a text in place of a list', '{"a":"b"}'],
  ['numbers', '{"a":[1]}'],
  ['more fields than a page has', JSON.stringify(fields(CLAIM_FORM.fields + 1))],
  ['more texts than a page has', JSON.stringify({ a: Array<string>(2 * CLAIM_FORM.fields).fill('x') })],
  ['an entry that no list has', '{"periods.1000.kind":["x"]}'],
])('a base of %s counts as blank', (_, text) => {
  expect(readBase(text)).toEqual({})
})
