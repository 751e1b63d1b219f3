import { expect, test } from 'vitest'
import { codeAddress, makeCodeSecret, stepOfCode } from './one-time-code.server.ts'

/** The secret of RFC 6238's test vectors, "12345678901234567890", in base32. */
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'

// The last six digits of RFC 6238's eight, appendix B, SHA1.
test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
])('the code of second %i is the one in the standard', (second, code) => {
  expect(stepOfCode(SECRET, code, second * 1_000)).toBe(Math.floor(second / 30))
})

test('a code of the step before or after counts for its own step, and no older or newer code counts', () => {
  const step = Math.floor(1_111_111_111 / 30)
  const at = (steps: number) => (step + steps) * 30_000 + 5_000
  expect(stepOfCode(SECRET, '050471', at(1))).toBe(step)
  expect(stepOfCode(SECRET, '050471', at(-1))).toBe(step)
  expect(stepOfCode(SECRET, '050471', at(2))).toBeNull()
  expect(stepOfCode(SECRET, '050471', at(-2))).toBeNull()
})

test.each(['', '28708', '2870822', 'abcdef', '２８７０８２'])('"%s" is no code', code => {
  expect(stepOfCode(SECRET, code, 59_000)).toBeNull()
})

test('secrets are long and differ, and authenticator apps can read their address', () => {
  const [one, two] = [makeCodeSecret(), makeCodeSecret()]
  expect(one).toMatch(/^[A-Z2-7]{32}$/)
  expect(one).not.toBe(two)
  expect(codeAddress(SECRET, 'ana')).toBe(`otpauth://totp/ana?secret=${SECRET}&algorithm=SHA1&digits=6&period=30`)
})
