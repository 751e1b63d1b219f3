import { expect, test } from 'vitest'
import { getQuestion } from '#machines/answers/questions/index.ts'
import { WALK_DAY, WALKERS } from './flow-walks.ts'
import { replayClaim, stepTogether } from './replay.ts'
import { SHORTEST_CLAIM } from './shortest-claim.ts'

const FAMILY = { ...WALKERS['a family member, long after'] }
const self = { value: { filer: 'victim' } }

test('an answer that closes a page sets aside what was written there at the same time', () => {
  const written = { value: getQuestion('claimant-role').examples[1] }
  expect(written).not.toEqual(FAMILY['claimant-role'])
  const { answers, refused } = stepTogether(FAMILY, WALK_DAY, [
    { page: 'filer', entry: self },
    { page: 'claimant-role', entry: written },
  ])
  expect(refused).toEqual([])
  expect(answers).toMatchObject({ filer: self, 'claimant-role': written })
  expect(replayClaim(answers, WALK_DAY).setAside).toContain('claimant-role')
})

test('an answer to a page that was closed before is set aside, too', () => {
  const entry = FAMILY['claimant-role']!
  const { answers, refused } = stepTogether(SHORTEST_CLAIM, WALK_DAY, [{ page: 'claimant-role', entry }])
  expect([answers['claimant-role'], refused]).toEqual([entry, []])
  expect(replayClaim(answers, WALK_DAY).setAside).toEqual(['claimant-role'])
})

test('an answer that needs an earlier one of the same form is taken after it', () => {
  const entry = FAMILY['claimant-role']!
  const filer = FAMILY.filer!
  const { answers, refused } = stepTogether(SHORTEST_CLAIM, WALK_DAY, [
    { page: 'filer', entry: filer },
    { page: 'claimant-role', entry },
  ])
  expect(refused).toEqual([])
  expect(answers).toMatchObject({ filer, 'claimant-role': entry })
  expect(replayClaim(answers, WALK_DAY).setAside).not.toContain('claimant-role')
})

test('an answer that cannot be read is refused and reported', () => {
  const { answers, refused } = stepTogether(SHORTEST_CLAIM, WALK_DAY, [{ page: 'names', entry: { value: { firstName: 7 } } }])
  expect(refused).toEqual(['names'])
  expect(answers).toEqual(SHORTEST_CLAIM)
})
