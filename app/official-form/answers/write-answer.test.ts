import { describe, expect, test } from 'vitest'
import type { ClaimFile } from '#machines/answers/claim-file.ts'
import { getTranslate, loadLanguage } from '#app/i18n/resources.server.ts'
import { answerIs, writeAnswer, type Format } from './write-answer.ts'
import { findAnswer, FORM_ANSWERS, valuesOf } from './index.ts'

const t = getTranslate('en')
function write(id: string, claim: ClaimFile, format?: Format): string | undefined {
  const answer = findAnswer(id)
  if (!answer) throw new Error(id)
  return writeAnswer(answer, claim, format, t)
}
const born = (birthDate: string): ClaimFile => ({ victim: { birthDate } })
const phone = (number: string): ClaimFile => ({ victim: { phone: number } })

describe('the answers for forms', () => {
  test('have unique names and a word for every choice, and include no day of signing', () => {
    expect(new Set(FORM_ANSWERS.map(({ id }) => id)).size).toBe(FORM_ANSWERS.length)
    const parts = (loadLanguage('en').form as { answer: { part: Record<string, string> } }).answer.part
    expect([...new Set(FORM_ANSWERS.map(({ part }) => part))].sort()).toEqual(Object.keys(parts).sort())
    expect(FORM_ANSWERS.filter(({ id }) => /today|sign/i.test(id))).toEqual([])
    for (const answer of FORM_ANSWERS)
      for (const value of valuesOf(answer))
        expect(typeof (answer.choices ? t(`terms:${answer.choices.terms}.${value}`) : value)).toBe('string')
  })

  test('are all undefined for an empty claim', () => {
    expect(FORM_ANSWERS.filter(answer => writeAnswer(answer, {}, undefined, t) !== undefined).map(({ id }) => id)).toEqual([])
  })

  test.each([
    ['1994-05-17', undefined, '05/17/1994'],
    ['1994-05-17', 'MMDDYYYY', '05171994'],
    ['1994-05-17', 'DD', '17'],
    ['1994-05', undefined, '05/1994'],
    ['1994-05', 'DD', undefined],
    ['1994-05', 'MMDDYYYY', undefined],
    ['1994', 'MM/YYYY', '1994'],
    ['1994', 'YYYY', '1994'],
  ] as const)('write a date of birth %s in the format %s as %s', (date, format, expected) => {
    expect(write('victim.birthDate', born(date), format)).toBe(expected)
  })

  test.each([
    ['(916) 555-0100', 'digits', '9165550100'],
    ['+1 916 555 0100', 'area', '916'],
    ['916.555.0100', 'without-area', '555-0100'],
    ['+52 55 1234 5678', 'area', undefined],
    ['555-0100', 'area', undefined],
    ['555-0100', 'without-area', '555-0100'],
    ['+52 55 1234 5678', undefined, '+52 55 1234 5678'],
  ] as const)('write a telephone number %s in the format %s as %s', (number, format, expected) => {
    expect(write('victim.phone', phone(number), format)).toBe(expected)
  })

  test('take the applicant from the person who asks for help', () => {
    const people: ClaimFile = {
      victim: { firstName: 'Luz', lastName: 'Muestra', email: 'luz@example.org' },
      claimant: { firstName: 'Alma', lastName: 'Prueba', capacity: 'derivative-victim' },
    }
    expect(write('applicant.fullName', { ...people, filer: 'victim' })).toBe('Luz Muestra')
    expect(write('applicant.fullName', { ...people, filer: 'family-member' })).toBe('Alma Prueba')
    expect(write('applicant.email', { ...people, filer: 'family-member' })).toBeUndefined()
    expect(write('applicant.lastFirstMiddle', { ...people, filer: 'victim' })).toBe('Muestra, Luz')
    const capacity = findAnswer('applicant.capacity')
    expect(capacity && answerIs(capacity, { ...people, filer: 'family-member' }, 'derivative-victim')).toBe(true)
    expect(capacity && answerIs(capacity, { ...people, filer: 'advocate' }, 'victim')).toBe(true)
  })

  test('never give the home of a person in Safe at Home', () => {
    const claim: ClaimFile = {
      filer: 'victim',
      victim: {
        safeAtHome: true,
        residenceAddress: { street: '99 Hidden Lane', unit: '1', city: 'Secret Town', state: 'CA', zip: '00001' },
      },
    }
    const said = FORM_ANSWERS.map(answer => writeAnswer(answer, claim, undefined, t)).join(' ')
    expect(said).not.toMatch(/Hidden|Secret|00001/)
  })
})
