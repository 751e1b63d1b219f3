import { expect, test } from 'vitest'
import { withoutBlanks } from './blank.ts'

test.each([
  ['a blank text is missing', { name: ' \t' }, undefined],
  ['0 and false are answers', { paid: 0, safe: false, name: '' }, { paid: 0, safe: false }],
  ['an empty list stays: it means none', { list: [] }, { list: [] }],
  ['a list of blanks is missing: it must not become none', { list: ['', { agency: ' ' }] }, undefined],
  ['blank entries go, others stay', { list: [{ agency: '' }, { agency: 'Example City' }] }, { list: [{ agency: 'Example City' }] }],
  ['null stays: it means that there is none', { representative: null }, { representative: null }],
  ['an address of blanks is missing', { address: { street: '', zip: '' }, phone: '555-0100' }, { phone: '555-0100' }],
])('%s', (_name, value, expected) => {
  expect(withoutBlanks(value)).toEqual(expected)
})
