import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mergeForms, saySame } from './merge-forms.ts'

const FIELDS = ['start', 'end', 'periods']
const base = { 'start-year': ['2021'], 'start-month': ['03'], 'end-year': ['2022'] }

describe('two forms that were made from one', () => {
  test('keep what each changed in a field of its own', () => {
    const mine = { ...base, 'start-year': ['2020'] }
    const theirs = { ...base, 'end-year': ['2023'] }
    expect(mergeForms(FIELDS, base, mine, theirs)).toEqual({
      values: { 'start-year': ['2020'], 'start-month': ['03'], 'end-year': ['2023'] },
      conflicts: [],
    })
  })

  test('tell of a field that both changed, and let either stay', () => {
    const mine = { ...base, 'start-year': ['2020'] }
    const theirs = { ...base, 'start-month': ['05'] }
    expect(mergeForms(FIELDS, base, mine, theirs)).toEqual({ values: mine, conflicts: ['start'] })
    // The form then comes back made from what was saved, and the press says which stays.
    expect(mergeForms(FIELDS, theirs, mine, theirs, new Set(['start']))).toEqual({ values: theirs, conflicts: [] })
    expect(mergeForms(FIELDS, theirs, mine, theirs)).toEqual({ values: mine, conflicts: [] })
  })

  test('ask again where what was saved changed after somebody saw it and chose it', () => {
    const mine = { ...base, 'start-year': ['2020'] }
    const seen = { ...base, 'start-month': ['05'] }
    const theirs = { ...base, 'start-month': ['06'] }
    // Both answers are told again, so the own one must still be there.
    expect(mergeForms(FIELDS, seen, mine, theirs, new Set(['start']))).toEqual({ values: mine, conflicts: ['start'] })
  })

  test('agree where both wrote the same, and where one only left blanks', () => {
    const both = { ...base, 'end-year': ['2024'] }
    expect(mergeForms(FIELDS, base, both, both).conflicts).toEqual([])
    expect(mergeForms(FIELDS, base, { ...base, 'end-day': [''] }, both)).toEqual({ values: { ...both }, conflicts: [] })
  })

  test('are not taken for changed where a browser only sent other ends of lines', () => {
    const told = { story: ['one\ntwo'] }
    expect(mergeForms(['story'], told, { story: ['one\r\ntwo'] }, { story: ['three'] })).toEqual({
      values: { story: ['three'] },
      conflicts: [],
    })
  })

  test('an entry that was taken out stays out', () => {
    const two = { 'periods.0.kind': ['Sewing'], 'periods.1.kind': ['Cleaning'] }
    expect(mergeForms(FIELDS, two, { 'periods.0.kind': ['Sewing'] }, two).values).toEqual({ 'periods.0.kind': ['Sewing'] })
  })

  test('lose nothing: every field is what was before, what one side wrote, or told as a conflict', () => {
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
