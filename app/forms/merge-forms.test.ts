import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mergeForms, saySame } from './merge-forms.ts'

const FIELDS = ['start', 'end', 'periods']
const base = { 'start-year': ['2021'], 'start-month': ['03'], 'end-year': ['2022'] }

describe('two forms that were made from one', () => {
  test('keep both changes if each changed another field', () => {
    const mine = { ...base, 'start-year': ['2020'] }
    const theirs = { ...base, 'end-year': ['2023'] }
    expect(mergeForms(FIELDS, base, mine, theirs)).toEqual({
      values: { 'start-year': ['2020'], 'start-month': ['03'], 'end-year': ['2023'] },
      conflicts: [],
    })
  })

  test('report a field that both changed, and can keep either value', () => {
    const mine = { ...base, 'start-year': ['2020'] }
    const theirs = { ...base, 'start-month': ['05'] }
    expect(mergeForms(FIELDS, base, mine, theirs)).toEqual({ values: mine, conflicts: ['start'] })
    // The form then comes back with the saved values as its base, and the button says which value stays.
    expect(mergeForms(FIELDS, theirs, mine, theirs, new Set(['start']))).toEqual({ values: theirs, conflicts: [] })
    expect(mergeForms(FIELDS, theirs, mine, theirs)).toEqual({ values: mine, conflicts: [] })
  })

  test('report a field again if the saved value changed after the person had chosen it', () => {
    const mine = { ...base, 'start-year': ['2020'] }
    const seen = { ...base, 'start-month': ['05'] }
    const theirs = { ...base, 'start-month': ['06'] }
    // The page shows both answers again, so the person's own one must still be there.
    expect(mergeForms(FIELDS, seen, mine, theirs, new Set(['start']))).toEqual({ values: mine, conflicts: ['start'] })
  })

  test('agree if both wrote the same, or if one only left blanks', () => {
    const both = { ...base, 'end-year': ['2024'] }
    expect(mergeForms(FIELDS, base, both, both).conflicts).toEqual([])
    expect(mergeForms(FIELDS, base, { ...base, 'end-day': [''] }, both)).toEqual({ values: { ...both }, conflicts: [] })
  })

  test('do not count as changed if a browser only sent other ends of lines', () => {
    const told = { story: ['one\ntwo'] }
    expect(mergeForms(['story'], told, { story: ['one\r\ntwo'] }, { story: ['three'] })).toEqual({
      values: { story: ['three'] },
      conflicts: [],
    })
  })

  test('do not bring back an entry that one of them took out', () => {
    const two = { 'periods.0.kind': ['Sewing'], 'periods.1.kind': ['Cleaning'] }
    expect(mergeForms(FIELDS, two, { 'periods.0.kind': ['Sewing'] }, two).values).toEqual({ 'periods.0.kind': ['Sewing'] })
  })

  test('lose nothing: every field has its old value, the value of one side, or is reported as a conflict', () => {
    const form = fc.dictionary(
      fc.constantFrom('start-year', 'start-month', 'end-year', 'periods.0.kind', 'periods.1.kind'),
      fc.constantFrom('', 'a', 'b').map(text => [text]),
      { maxKeys: 5 },
    )
    fc.assert(
      fc.property(form, form, form, (before, mine, theirs) => {
        const { values, conflicts } = mergeForms(FIELDS, before, mine, theirs)
        for (const field of FIELDS) {
          const is = (other: typeof mine) => saySame([field], values, other)
          const [changedMine, changedTheirs] = [!saySame([field], before, mine), !saySame([field], before, theirs)]
          if (changedMine) expect(is(mine)).toBe(true)
          else expect(is(theirs)).toBe(true)
          expect(conflicts.includes(field)).toBe(changedMine && changedTheirs && !saySame([field], mine, theirs))
        }
      }),
    )
  })
})
