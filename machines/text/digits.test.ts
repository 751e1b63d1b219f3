import { expect, test } from 'vitest'
import { plainDigits } from './digits.ts'

test.each([
  ['Arabic-Indic', '٠١٢٣٤٥٦٧٨٩'],
  ['Farsi', '۰۱۲۳۴۵۶۷۸۹'],
  ['Devanagari', '०१२३४५६७८९'],
  ['Bengali', '০১২৩৪৫৬৭৮৯'],
  ['Gurmukhi', '੦੧੨੩੪੫੬੭੮੯'],
  ['Thai', '๐๑๒๓๔๕๖๗๘๙'],
  ['Lao', '໐໑໒໓໔໕໖໗໘໙'],
  ['Burmese', '၀၁၂၃၄၅၆၇၈၉'],
  ['Khmer', '០១២៣៤៥៦៧៨៩'],
  ['full-width', '０１２３４５６７８９'],
  ['double-struck and bold, which touch each other', '𝟘𝟙𝟚𝟛𝟜𝟓𝟔𝟕𝟖𝟗'],
])('%s digits become 0 to 9', (_, digits) => {
  expect(plainDigits(digits)).toBe('0123456789')
})

test('everything but digits stays as it is', () => {
  expect(plainDigits('Rosa 5 ½ ² Ⅳ 五 ، ۵٫۵')).toBe('Rosa 5 ½ ² Ⅳ 五 ، 5٫5')
})
