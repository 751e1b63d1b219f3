import { describe, expect, test } from 'vitest'
import { parseClaimFile } from '#machines/answers/claim-file.ts'
import { eligibility } from '#machines/rules/eligibility.ts'
import { missingItems } from '#machines/rules/missing.ts'
import type { ClaimAnswers } from './answers.ts'
import { answersFromClaim, assembleClaim } from './assemble.ts'
import { WALKERS } from './flow-walks.ts'
import { replayClaim } from './replay.ts'
import { SHORTEST_CLAIM } from './shortest-claim.ts'

const TODAY = '2026-11-23'

describe.each(Object.entries(WALKERS))('the claim of %s', (_name, answers) => {
  const claim = assembleClaim(answers, TODAY, { language: 'es' })

  test('is a claim file', () => {
    expect(parseClaimFile(claim, TODAY)).toMatchObject({ ok: true })
    expect(claim).toMatchObject({ version: 1, language: 'es' })
  })

  test('gives answers that make the same claim file again', () => {
    expect(assembleClaim(answersFromClaim(claim), TODAY, { language: 'es' })).toEqual(claim)
  })
})

test('the shortest claim is complete, and nothing more is asked for', () => {
  const claim = assembleClaim(SHORTEST_CLAIM, TODAY)
  expect(missingItems(claim)).toEqual([])
  expect(eligibility(claim, TODAY).outcome).toBe('likely')
  expect(eligibility(claim, TODAY).reasons.filter(reason => reason.effect === 'needs')).toEqual([])
})

test.each(Object.keys(SHORTEST_CLAIM))('without %s the shortest claim waits at that page', page => {
  const rest = Object.fromEntries(Object.entries(SHORTEST_CLAIM).filter(([id]) => id !== page))
  expect(replayClaim(rest, TODAY).position).toBe(page)
})

describe('letters to the home address', () => {
  const home = { street: '1 Example Street', city: 'Example City', zip: '00000' }
  const at = (residence: object | null, safeAtHome = false): ClaimAnswers => ({
    'safe-at-home': { value: { safeAtHome } },
    'residence-address': { value: { residenceAddress: residence } },
    'mailing-address': { value: { mailingAddress: null } },
  })
  const mailing = (answers: ClaimAnswers) => assembleClaim(answers, TODAY).victim?.mailingAddress

  test('go to the address that the person gives, also when it changes', () => {
    expect(mailing(at(home))).toEqual(home)
    expect(mailing(at({ ...home, city: 'Other City' }))).toEqual({ ...home, city: 'Other City' })
  })

  test('have no address without a home, and never that of a member of Safe at Home', () => {
    expect(mailing(at(null))).toBeUndefined()
    expect(mailing(at(home, true))).toBeUndefined()
    expect(assembleClaim(at(null), TODAY).victim).toEqual({ safeAtHome: false, residenceAddress: null })
  })
})

test('"none", "no representative" and "not answered" stay apart', () => {
  const none = assembleClaim({ 'other-sources': { value: { sources: [] } }, representative: { value: { representative: null } } }, TODAY)
  expect(none).toEqual({ version: 1, otherSources: [], representative: null })
  expect(assembleClaim({}, TODAY)).toEqual({ version: 1 })
})

test('pages left open are named, and only where they apply', () => {
  const answers: ClaimAnswers = {
    filer: { value: { filer: 'victim' } },
    story: { left: 'advocate' },
    dates: { left: 'skipped' },
    'guardian-details': { left: 'skipped' },
  }
  expect(assembleClaim(answers, TODAY).leftOpen).toEqual({ story: 'advocate', dates: 'skipped' })
  expect(answersFromClaim(assembleClaim(answers, TODAY))).toEqual({
    filer: answers.filer,
    story: answers.story,
    dates: answers.dates,
  })
})

test('an answer that its page refuses is not taken over', () => {
  const answers: ClaimAnswers = {
    filer: { left: 'skipped' },
    dates: { value: { start: '2022-13' } },
    names: { value: { birthDate: '2090' } },
    kinds: { value: { kinds: ['labor'] } },
  }
  expect(assembleClaim(answers, TODAY)).toEqual({ version: 1, crime: { kinds: ['labor'] } })
})

describe('the size of a workplace', () => {
  const first = { from: '2019-01', to: '2019-03', hoursPerWeek: 10, kind: 'Sewing' }
  const second = { from: '2020-01', to: '2020-02', hoursPerWeek: 8 }
  const sizes = [
    { from: first.from, to: first.to, kind: first.kind, employerSize: '26+' },
    { from: second.from, to: second.to, employerSize: '1-25' },
  ]
  const withWork = (periods: unknown[]): ClaimAnswers => ({ work: { value: { periods } }, 'employer-size': { value: { sizes } } })

  test('stands at its own period', () => {
    expect(assembleClaim(withWork([first, second]), TODAY).work).toEqual([
      { ...first, employerSize: '26+' },
      { ...second, employerSize: '1-25' },
    ])
  })

  test('does not shift when an earlier period is removed or added', () => {
    expect(assembleClaim(withWork([second]), TODAY).work).toEqual([{ ...second, employerSize: '1-25' }])
    const added = { from: '2018-05', to: '2018-06', hoursPerWeek: 5 }
    expect(assembleClaim(withWork([added, first]), TODAY).work).toEqual([added, { ...first, employerSize: '26+' }])
  })

  test('is given in order to two periods that look alike', () => {
    const twins: ClaimAnswers = {
      work: { value: { periods: [second, { ...second, hoursPerWeek: 4 }] } },
      'employer-size': { value: { sizes: [{ from: second.from, to: second.to, employerSize: '26+' }, sizes[1]] } },
    }
    expect(assembleClaim(twins, TODAY).work?.map(period => period.employerSize)).toEqual(['26+', '1-25'])
  })
})
