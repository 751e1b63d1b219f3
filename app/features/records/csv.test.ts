import { expect, test } from 'vitest'
import { csvLines } from './csv.ts'

test('a cell is quoted if it has to be, and is never a formula', () => {
  expect(
    csvLines([
      ['plain', 'a, b', 'say "x"', 'two\nlines', ''],
      ['=1+1', '+1', '-1', '@x', '\tx', '=a,"b"'],
    ]),
  ).toBe('plain,"a, b","say ""x""","two\nlines",\r\n\'=1+1,\'+1,\'-1,\'@x,\'\tx,"\'=a,""b"""\r\n')
})
