import { expect, test } from 'vitest'
import { passwordProblem, plainPassword } from './password.server.ts'

test.each([
  ['eleven char', 'short'],
  ['twelve chars', null],
  ['correct horse battery', null],
  ['x'.repeat(201), 'long'],
  ['aaaaaaaaaaaaaaa', 'simple'],
  ['abababababab', 'simple'],
  ['my Ana.Perez 12', 'simple'],
  ['ñandúñandúñandú', null],
] as const)('the password "%s" has the fault %s', (password, fault) => {
  expect(passwordProblem(password, 'ana.perez')).toBe(fault)
})

test('a password is the same however its letters are composed', () => {
  expect(plainPassword('nin\u0303o')).toBe(plainPassword('niño'))
})
