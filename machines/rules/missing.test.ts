import { describe, expect, it } from 'vitest'
import type { ClaimFile } from '#machines/answers/claim-file.ts'
import { missingItems } from './missing.ts'

const HOME = { street: '1 Example Street', city: 'Example City', state: 'CA', zip: '90000' }
const PERSON = { firstName: 'Rosa', lastName: 'Ejemplo', birthDate: '1990-04-05', phone: '555-0100' }
const CRIME: ClaimFile = {
  crime: { kinds: ['labor'], start: '2021', end: '2022-05', places: ['Example City'], circumstances: 'I was made to work.' },
}
const WORK: ClaimFile = { work: [{ from: '2021', to: '2022-05', hoursPerWeek: 38 }] }
const ALONE: ClaimFile = { filer: 'victim', victim: { ...PERSON, residenceAddress: HOME } }
const WITHOUT_SOURCES: ClaimFile = { ...ALONE, ...CRIME, ...WORK }
const WITHOUT_WORK: ClaimFile = { ...ALONE, ...CRIME, otherSources: [] }
const COMPLETE: ClaimFile = { ...WITHOUT_WORK, ...WORK }

const missing = (claim: ClaimFile) => missingItems(claim).map(({ item, path }) => `${item} @ ${path}`)
const victim = (more: ClaimFile['victim']): ClaimFile => ({ ...COMPLETE, victim: { ...COMPLETE.victim, ...more } })
const crime = (more: ClaimFile['crime']): ClaimFile => ({ ...COMPLETE, crime: { ...COMPLETE.crime, ...more } })

describe('missingItems', () => {
  it('finds nothing in a complete claim of a victim who files alone', () => {
    expect(missingItems(COMPLETE)).toEqual([])
  })

  it('finds the whole list in an empty claim', () => {
    expect(missing({})).toEqual([
      'filer @ filer',
      'claimant-name @ victim.firstName',
      'residence-address @ victim.residenceAddress',
      'birth-date @ victim.birthDate',
      'phone @ victim.phone',
      'crime-nature @ crime.kinds',
      'crime-start @ crime.start',
      'crime-end @ crime.end',
      'crime-place @ crime.places',
      'crime-circumstances @ crime.circumstances',
      'work @ work',
      'losses @ otherLosses',
      'other-sources @ otherSources',
    ])
    expect(missingItems({})[1]?.citation).toBe('2-ccr-649.7')
  })

  it('takes one name as enough, and blanks as no answer', () => {
    expect(missing(victim({ firstName: '' }))).toEqual([])
    expect(missing(victim({ lastName: '  ' }))).toEqual([])
    expect(missing(victim({ firstName: ' ', lastName: '' }))).toEqual(['claimant-name @ victim.firstName'])
    expect(missing(victim({ phone: ' ' }))).toEqual(['phone @ victim.phone'])
    expect(missing(crime({ circumstances: '\n ' }))).toEqual(['crime-circumstances @ crime.circumstances'])
    expect(missing(crime({ places: ['', ' '] }))).toEqual(['crime-place @ crime.places'])
    expect(missing(crime({ kinds: [] }))).toEqual(['crime-nature @ crime.kinds'])
  })

  it('asks for the residence, or the substitute address of Safe at Home', () => {
    const lives = (more: ClaimFile['victim']) => missing({ ...COMPLETE, victim: { ...PERSON, ...more } })
    expect(lives({ mailingAddress: HOME })).toEqual(['residence-address @ victim.residenceAddress'])
    expect(lives({ mailingAddress: HOME, safeAtHome: false })).toEqual(['residence-address @ victim.residenceAddress'])
    expect(lives({ mailingAddress: HOME, safeAtHome: true })).toEqual([])
    expect(lives({ residenceAddress: null, mailingAddress: HOME })).toEqual([])
    expect(lives({ residenceAddress: null })).toEqual(['claimant-address @ victim.mailingAddress'])
    expect(lives({ residenceAddress: null, safeAtHome: true })).toEqual(['safe-at-home-address @ victim.mailingAddress'])
    expect(lives({ safeAtHome: true })).toEqual(['safe-at-home-address @ victim.mailingAddress'])
    for (const part of ['street', 'city', 'zip'] as const) {
      expect(lives({ residenceAddress: { ...HOME, [part]: ' ' } })).toEqual(['residence-address @ victim.residenceAddress'])
    }
    expect(lives({ residenceAddress: { street: HOME.street, city: HOME.city, zip: HOME.zip } })).toEqual([])
  })

  it('asks for dates, hours and other money for the income-loss statement, and takes "ongoing" as an end', () => {
    expect(missing({ ...COMPLETE, work: [COMPLETE.work?.[0] ?? {}, {}] })).toEqual([
      'work-from @ work.1.from',
      'work-to @ work.1.to',
      'work-hours @ work.1.hoursPerWeek',
    ])
    expect(missing(crime({ end: 'ongoing' }))).toEqual([])
    expect(missing({ ...COMPLETE, work: [{ from: '2021', to: 'ongoing', hoursPerWeek: 0 }] })).toEqual([])
  })

  it('tells "none" from "not answered"', () => {
    expect(missing(WITHOUT_SOURCES)).toEqual(['other-sources @ otherSources'])
    expect(missing({ ...WITHOUT_WORK, work: [], otherLosses: [] })).toEqual([])
    expect(missing({ ...WITHOUT_WORK, work: [] })).toEqual(['losses @ otherLosses'])
    expect(missing({ ...WITHOUT_WORK, otherLosses: [] })).toEqual(['work @ work'])
  })

  it('still finds what was skipped', () => {
    expect(missing({ ...WITHOUT_SOURCES, leftOpen: { 'other-sources': 'skipped' } })).toEqual(['other-sources @ otherSources'])
  })

  it('asks a family member about themselves', () => {
    expect(missing({ ...COMPLETE, filer: 'family-member', victim: {} })).toEqual([
      'claimant-name @ claimant.firstName',
      'claimant-address @ claimant.mailingAddress',
      'birth-date @ claimant.birthDate',
      'phone @ claimant.phone',
      'capacity @ claimant.capacity',
      'victim-name @ victim.firstName',
    ])
    const claimant = {
      lastName: 'Ejemplo',
      mailingAddress: HOME,
      birthDate: '1970',
      phone: '555-0101',
      capacity: 'derivative-victim',
    } as const
    expect(missing({ ...COMPLETE, filer: 'family-member', claimant, victim: { firstName: 'Rosa' } })).toEqual([])
  })

  it('asks a parent or guardian for name, right and paper', () => {
    expect(missing({ ...COMPLETE, filer: 'parent-or-guardian' })).toEqual([
      'guardian-name @ guardian.firstName',
      'guardian-authority @ guardian.authority',
      'guardian-paper @ guardian.authority',
    ])
    const guardian = { firstName: 'Ana', authority: 'guardian' } as const
    expect(missing({ ...COMPLETE, filer: 'parent-or-guardian', guardian })).toEqual(['guardian-paper @ guardian.authority'])
    expect(missing({ ...COMPLETE, filer: 'advocate' })).toEqual([])
  })
})
