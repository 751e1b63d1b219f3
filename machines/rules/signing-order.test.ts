import { describe, expect, test } from 'vitest'
import { isFullySigned, signingObstacles, type Signature, type Signatory } from './signing-order.ts'
import { signingPlan, type SigningPlan } from './signing-plan.ts'

const READY = '2026-11-20'
const signature = (who: Signatory, day: number): Signature => ({ who, signedOn: `2026-11-${day}` })
const alone: SigningPlan = { signer: 'claimant', helper: null }
const withAttorney: SigningPlan = { signer: 'claimant', helper: 'attorney' }
const withAdvocate: SigningPlan = { signer: 'guardian', helper: 'advocate' }
const withFriend: SigningPlan = { signer: 'claimant', helper: 'other' }

describe('the order of signing', () => {
  test.each<[string, SigningPlan, Signature[], Signature, [string, string][]]>([
    ['a claimant alone signs', alone, [], signature('claimant', 20), []],
    ['an attorney signs before the claimant', withAttorney, [], signature('attorney', 21), []],
    ['the claimant signs after the attorney', withAttorney, [signature('attorney', 21)], signature('claimant', 22), []],
    ['the claimant signs after the attorney on one day', withAttorney, [signature('attorney', 21)], signature('claimant', 21), []],
    ['an advocate signs on the same day after the guardian', withAdvocate, [signature('guardian', 21)], signature('advocate', 21), []],
    ['an advocate is recorded later with an earlier day', withAdvocate, [signature('guardian', 22)], signature('advocate', 21), []],
    ['another helper signs first', withFriend, [], signature('other', 21), []],
    ['a claimant does not sign before the attorney', withAttorney, [], signature('claimant', 21), [['attorney-first', '2-ccr-649.21']]],
    [
      'an attorney does not sign after the claimant',
      withAttorney,
      [signature('claimant', 21)],
      signature('attorney', 21),
      [['attorney-first', '2-ccr-649.21']],
    ],
    [
      'a claimant does not date before the attorney',
      withAttorney,
      [signature('attorney', 22)],
      signature('claimant', 21),
      [['attorney-first', '2-ccr-649.21']],
    ],
    [
      'an advocate does not date after the guardian',
      withAdvocate,
      [signature('guardian', 21)],
      signature('advocate', 22),
      [['helper-not-after-claimant', 'calvcb-for-advocates']],
    ],
    [
      'a guardian does not date before the advocate',
      withAdvocate,
      [signature('advocate', 22)],
      signature('guardian', 21),
      [['helper-not-after-claimant', 'calvcb-for-advocates']],
    ],
    [
      'another helper does not date after the claimant',
      withFriend,
      [signature('claimant', 21)],
      signature('other', 22),
      [['helper-not-after-claimant', 'calvcb-for-advocates']],
    ],
    ['no person signs twice', withAdvocate, [signature('advocate', 21)], signature('advocate', 21), [['signed-already', 'house-choice']]],
    ['no signature is older than the papers', alone, [], signature('claimant', 19), [['signed-before-ready', 'house-choice']]],
    ['a helper who is not in the claim does not sign', alone, [], signature('attorney', 21), [['signer-not-in-plan', 'gov-13952-b']]],
    [
      'a claimant does not sign where a guardian does',
      withAdvocate,
      [],
      signature('claimant', 21),
      [['signer-not-in-plan', 'gov-13952-b']],
    ],
  ])('%s', (_name, plan, signed, next, obstacles) => {
    expect(signingObstacles(plan, signed, next, READY).map(({ code, citation }) => [code, citation])).toEqual(obstacles)
  })

  test('ends when all who have to sign have signed', () => {
    expect(isFullySigned(alone, [])).toBe(false)
    expect(isFullySigned(alone, [signature('claimant', 21)])).toBe(true)
    expect(isFullySigned(withAttorney, [signature('attorney', 21)])).toBe(false)
    expect(isFullySigned(withAdvocate, [signature('guardian', 21)])).toBe(false)
    expect(isFullySigned(withAdvocate, [signature('guardian', 21), signature('advocate', 21)])).toBe(true)
    expect(isFullySigned(withFriend, [signature('claimant', 21)])).toBe(true)
  })
})

test('signingPlan follows from who files and who helps', () => {
  expect(signingPlan({})).toEqual(alone)
  expect(signingPlan({ filer: 'parent-or-guardian', representative: { kind: 'county-advocate' } })).toEqual(withAdvocate)
  expect(signingPlan({ filer: 'attorney' })).toEqual(withAttorney)
  expect(signingPlan({ filer: 'victim', representative: { name: 'A friend' } })).toEqual(withFriend)
})
