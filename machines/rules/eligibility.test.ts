import { describe, expect, it } from 'vitest'
import { PAYMENT_PAUSES, type ClaimFile } from '#machines/answers/claim-file.ts'
import { eligibility } from './eligibility.ts'

const TODAY = '2026-11-23'
const LIKELY: ClaimFile = {
  crime: { kinds: ['labor'], inCalifornia: true, end: '2024-05-01' },
  evidence: ['ht_caseworker_statement'],
  incomeEvidence: ['applicant_decl'],
}
const outcome = (claim: ClaimFile) => eligibility(claim, TODAY).outcome
const told = (claim: ClaimFile) => {
  const { reasons, notes } = eligibility(claim, TODAY)
  return [...reasons, ...notes]
}
const codes = (claim: ClaimFile) => told(claim).map(reason => reason.code)
const effectOf = (claim: ClaimFile, code: string) => told(claim).find(reason => reason.code === code)?.effect
const crime = (more: ClaimFile['crime']): ClaimFile => ({ ...LIKELY, crime: { ...LIKELY.crime, ...more } })

describe('eligibility', () => {
  it('is likely with place, kind, both proofs and time', () => {
    expect(eligibility(LIKELY, TODAY)).toMatchObject({
      outcome: 'likely',
      reasons: [
        { code: 'place-california', effect: 'supports', citation: 'gov-13955' },
        { code: 'kind-known', effect: 'supports', citation: 'pen-236.1' },
        { code: 'crime-proof', effect: 'supports', citation: 'calvcb-trafficking', params: { count: 1 } },
        { code: 'income-proof', effect: 'supports', params: { count: 1 } },
        { code: 'deadline-open', effect: 'supports', citation: 'gov-13953-a' },
      ],
      notes: [
        { code: 'police-report-not-needed', effect: 'explains' },
        { code: 'immigration-not-asked', effect: 'explains', citation: 'calvcb-immigration' },
      ],
    })
  })

  it('says of an empty claim that everything is needed, and nothing more', () => {
    const result = eligibility({}, TODAY)
    expect(result.outcome).toBe('more-needed')
    expect(result.reasons.filter(reason => reason.effect === 'needs').map(reason => reason.code)).toEqual([
      'place-missing',
      'kind-missing',
      'crime-proof-missing',
      'income-proof-missing',
      'crime-end-missing',
    ])
  })

  it('accepts California as the place or as home', () => {
    expect(outcome(crime({ inCalifornia: false, californiaResident: true }))).toBe('likely')
    expect(outcome({ ...LIKELY, crime: { kinds: ['labor'], end: 'ongoing', californiaResident: true } })).toBe('likely')
    expect(outcome(crime({ inCalifornia: true, californiaResident: false }))).toBe('likely')
  })

  it('asks for the home first, and only two answers of no lead to a talk', () => {
    expect(outcome(crime({ inCalifornia: false }))).toBe('more-needed')
    expect(codes(crime({ inCalifornia: false }))).toContain('residence-missing')
    const outside = crime({ inCalifornia: false, californiaResident: false })
    expect(outcome(outside)).toBe('talk-first')
    expect(effectOf(outside, 'outside-california')).toBe('risk')
    expect(outcome({ ...LIKELY, crime: { kinds: ['labor'], end: 'ongoing', californiaResident: false } })).toBe('more-needed')
  })

  it('needs a known kind', () => {
    expect(outcome(crime({ kinds: [] }))).toBe('more-needed')
    expect(codes(crime({ kinds: ['unsure'] }))).toContain('kind-unsure')
    expect(outcome(crime({ kinds: ['unsure'] }))).toBe('more-needed')
    for (const kind of ['labor', 'commercial-sex', 'forced-crime'] as const)
      expect(outcome(crime({ kinds: ['unsure', kind] }))).toBe('likely')
  })

  it('needs one proof of each sort, and tells "none" from "not answered"', () => {
    expect(outcome({ ...LIKELY, evidence: [] })).toBe('more-needed')
    expect(codes({ ...LIKELY, evidence: [] })).toContain('crime-proof-none')
    expect(outcome({ ...LIKELY, incomeEvidence: [] })).toBe('more-needed')
    expect(codes({ ...LIKELY, incomeEvidence: [] })).toContain('income-proof-none')
    expect(codes({ crime: { inCalifornia: true } })).toEqual(expect.arrayContaining(['crime-proof-missing', 'income-proof-missing']))
  })

  it('does not hold a missing police report against anyone', () => {
    expect(effectOf(LIKELY, 'police-report-not-needed')).toBe('explains')
    expect(codes({ ...LIKELY, evidence: ['police_report'] })).not.toContain('police-report-not-needed')
  })

  it('takes every deadline in time, and asks for more when it is late or unknown', () => {
    expect(outcome(crime({ end: 'ongoing' }))).toBe('likely')
    expect(outcome(crime({ end: '2019-11-23' }))).toBe('likely')
    expect(outcome(crime({ end: '2019-11-22' }))).toBe('more-needed')
    expect(effectOf(crime({ end: '2019-11-22' }), 'late-filing')).toBe('needs')
    expect(outcome(crime({ end: '2015-01-01', discovered: '2024-01-01' }))).toBe('likely')
  })

  it('leads to a talk when something pauses payment, whatever else is open', () => {
    for (const pause of PAYMENT_PAUSES) {
      expect(outcome({ ...LIKELY, paymentPauses: [pause] })).toBe('talk-first')
      expect(outcome({ paymentPauses: [pause] })).toBe('talk-first')
      expect(effectOf({ paymentPauses: [pause] }, `pause-${pause}`)).toBe('risk')
    }
    expect(outcome({ ...LIKELY, paymentPauses: [] })).toBe('likely')
  })

  it('protects forced commercial sex, and sends forced crime to a lawyer before the story', () => {
    expect(effectOf(crime({ kinds: ['commercial-sex'] }), 'commercial-sex-protected')).toBe('supports')
    expect(codes(crime({ kinds: ['commercial-sex'] }))).not.toContain('forced-crime-lawyer-first')
    expect(effectOf(crime({ kinds: ['forced-crime'] }), 'forced-crime-lawyer-first')).toBe('explains')
    expect(codes(crime({ kinds: ['labor'] }))).not.toContain('commercial-sex-protected')
  })

  it('tells a minor when the money comes, up to the day before the 18th birthday', () => {
    const born = (birthDate: string) => codes({ ...LIKELY, victim: { birthDate } })
    expect(born('2008-11-24')).toContain('minor-paid-later')
    expect(born('2008-11-23')).not.toContain('minor-paid-later')
    expect(born('2008')).toContain('minor-paid-later')
    expect(born('2007')).not.toContain('minor-paid-later')
  })

  it('asks no force of a person who was a child when it began', () => {
    const began = (start: string) => codes({ ...crime({ kinds: ['commercial-sex'], start }), victim: { birthDate: '2000-06-15' } })
    expect(began('2018-06-14')).toContain('minor-needs-no-force')
    expect(began('2018-06-15')).not.toContain('minor-needs-no-force')
  })

  it('speaks of another signer when a parent took part', () => {
    expect(codes({ ...LIKELY, guardian: { tookPart: 'self' } })).toContain('guardian-took-part')
    expect(codes({ ...LIKELY, guardian: { tookPart: 'no' } })).not.toContain('guardian-took-part')
  })
})
