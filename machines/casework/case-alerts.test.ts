import { expect, test } from 'vitest'
import { alertsFor, type Suspicion } from './case-alerts.ts'
import type { Actor, Role } from './permissions.ts'

const actor = (role: Role): Actor => ({ memberId: 'me', organizationId: 'home', teamId: 'red', role })
const other = (number: number, teamId: string, ownerIds: readonly string[] = [], kind: Suspicion['kind'] = 'same-person'): Suspicion => ({
  kind,
  number,
  target: { organizationId: 'home', teamId, ownerIds },
})

test('a member who may read both cases is told which one it is and may open it', () => {
  expect(alertsFor(actor('caseworker'), [other(7, 'red')])).toEqual([
    { kind: 'same-person', numbers: [7], readable: [7], askSupervisor: false },
  ])
  expect(alertsFor(actor('volunteer'), [other(7, 'blue', ['me'])])).toEqual([
    { kind: 'same-person', numbers: [7], readable: [7], askSupervisor: false },
  ])
})

test('a member who may read only one of the cases is sent to a supervisor and not told which the other one is', () => {
  for (const role of ['caseworker', 'volunteer'] as const) {
    expect(alertsFor(actor(role), [other(7, 'blue')]), role).toEqual([
      { kind: 'same-person', numbers: [], readable: [], askSupervisor: true },
    ])
  }
  expect(alertsFor(actor('caseworker'), [other(7, 'blue'), other(8, 'red')])).toEqual([
    { kind: 'same-person', numbers: [8], readable: [8], askSupervisor: true },
  ])
})

test('a supervisor is told which case it is, even of another team, and an owner may open it', () => {
  expect(alertsFor(actor('supervisor'), [other(7, 'blue')])).toEqual([
    { kind: 'same-person', numbers: [7], readable: [], askSupervisor: false },
  ])
  expect(alertsFor(actor('owner'), [other(7, 'blue')])).toEqual([
    { kind: 'same-person', numbers: [7], readable: [7], askSupervisor: false },
  ])
})

test('each kind of alert is told once, conflicts first and case numbers in order', () => {
  const all = [
    other(9, 'red', [], 'same-phone'),
    other(3, 'red', [], 'conflict'),
    other(2, 'red', [], 'conflict'),
    other(2, 'red', [], 'conflict'),
  ]
  expect(alertsFor(actor('owner'), all).map(({ kind, numbers }) => [kind, numbers])).toEqual([
    ['conflict', [2, 3]],
    ['same-phone', [9]],
  ])
})
