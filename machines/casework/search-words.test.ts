import { describe, expect, test } from 'vitest'
import {
  digitsAlone,
  isSpelledAlike,
  matcherFor,
  partsOf,
  phoneDigits,
  plain,
  soughtParts,
  soundOf,
  wholeName,
  wordsOf,
} from './search-words.ts'

/** Whether a case with these names is a candidate for a search, by the indexed parts of its words alone. */
const isCandidate = (typed: string, names: string) => {
  const parts = new Set(wordsOf(names).flatMap(partsOf))
  return wordsOf(typed)
    .flatMap(soughtParts)
    .every(group => group.some(part => parts.has(part)))
}

describe('words', () => {
  test.each([
    ['José Ñandú', ['jose', 'nandu']],
    ['Nguyễn Thị Đặng', ['nguyen', 'thi', 'dang']],
    ["O’Ejemplo-D'Prueba", ['oejemplo', 'dprueba']],
    ['مُحَمَّد أحمد', ['محمد', 'احمد']],
    ['فاطمة', ['فاطمه']],
    ['김민수', ['김민수']],
    ['  ', []],
  ])('of "%s" are found and made plain', (text, words) => expect(wordsOf(text)).toEqual(words))

  test('are the same however they are written, and so are digits', () => {
    expect(plain('کریم')).toBe(plain('كريم'))
    expect(plain('١٢٣ ۴۵ ៦๗')).toBe('123 45 67')
  })

  test('make the same whole name in any order', () => {
    expect(wholeName('Ejemplo, Rosa María')).toBe(wholeName('Rosa Maria EJEMPLO'))
  })
})

describe('digits', () => {
  test.each([
    ['(213) 555-0120', '2135550120'],
    ['+1 213.555.0120', '12135550120'],
    ['#17', '17'],
    ['K-17', ''],
    ['rosa', ''],
    ['', ''],
  ])('are read from "%s" only where it holds nothing else', (text, digits) => expect(digitsAlone(text)).toBe(digits))
  test('of a telephone number lose the country code', () =>
    expect([phoneDigits('12135550120'), phoneDigits('5550120')]).toEqual(['2135550120', '5550120']))
})

describe('a search', () => {
  test.each([
    ['ro', 'Rosa Ejemplo'],
    ['ros', 'Rosa Ejemplo'],
    ['rosa', 'Rosa Ejemplo'],
    ['rosa', 'Rosario Ejemplo'],
    ['ejemp', 'Rosa Ejemplo'],
    ['ejempl ro', 'Rosa Ejemplo'],
    ['محم', 'محمد مثال'],
    ['小明', '李小明'],
    ['李', '李小明'],
    ['민수', '김민수'],
    ['김', '김민수'],
    ['ใจดี', 'สมชาย ใจดี'],
    ['ชาย', 'สมชาย ใจดี'],
    ['វិបុល', 'សុខវិបុល'],
  ])('for %s finds %s', (typed, names) => {
    expect(isCandidate(typed, names)).toBe(true)
    expect(matcherFor(wordsOf(typed))(wordsOf(names))).toBeGreaterThan(0)
  })

  test.each([
    ['osa', 'Rosa Ejemplo'],
    ['明小', '李小明'],
    ['rosa prueba', 'Rosa Ejemplo'],
  ])('for %s does not find %s', (typed, names) => {
    expect(matcherFor(wordsOf(typed))(wordsOf(names))).toBe(0)
  })
})

describe('spellings of one name', () => {
  test.each([
    ['Muhammad', 'Mohamed'],
    ['Muhammad', 'Mohammed'],
    ['Garcia', 'Garsia'],
    ['Garcia', 'Gracia'],
    ['Hernández', 'Ernandes'],
    ['Jiménez', 'Gimenez'],
    ['Jiménez', 'Ximenes'],
    ['Vásquez', 'Basques'],
    ['Catherine', 'Katherine'],
    ['Yolanda', 'Iolanda'],
    ['Philip', 'Filip'],
    ['Ejemplo', 'Ejepmlo'],
    ['Ejemplo', 'Ejemmplo'],
    ['Иванов', 'Ивнаов'],
  ])('include %s and %s', (one, other) => {
    const [first = '', second = ''] = [...wordsOf(one), ...wordsOf(other)]
    expect(soundOf(first)).toBe(soundOf(second))
    expect(isSpelledAlike(first, second)).toBe(true)
  })

  test.each([
    ['Rosa', 'Ruiz'],
    ['Rosa', 'Ríos'],
    ['Maria', 'Muhammad'],
    ['Li', 'Lu'],
    ['Prueba', 'Ejemplo'],
  ])('do not include %s and %s', (one, other) => {
    const [first = '', second = ''] = [...wordsOf(one), ...wordsOf(other)]
    expect(isSpelledAlike(first, second)).toBe(false)
  })

  test('count less than a word that begins with what was typed, and that counts less than the word itself', () => {
    const fits = ['Garcia', 'Garciano', 'Garsia'].map(name => matcherFor(['garcia'])(wordsOf(name)))
    expect(fits).toEqual([3, 2, 1])
  })
})

test('a word has three beginnings as its parts, and a short word fewer', () => {
  expect(partsOf('hernandez')).toEqual(['he', 'her', 'herna'])
  expect(partsOf('li')).toEqual(['li'])
})
