import { describe, expect, it } from 'vitest'
import { claimFileJsonSchema, endsBeforeStart, parseClaimFile } from './claim-file.ts'

const TODAY = '2026-11-23'
const problems = (input: unknown, today = TODAY) => {
  const parsed = parseClaimFile(input, today)
  return parsed.ok ? [] : parsed.problems.map(({ path, key }) => `${path} ${key}`)
}

describe('reading a claim file', () => {
  it('takes an empty one: every part may be absent', () => {
    expect(parseClaimFile({}, TODAY)).toEqual({ ok: true, claim: {}, today: TODAY })
  })

  it("takes the file's own day before the given one", () => {
    expect(parseClaimFile({ today: '2025-01-02' }, TODAY)).toMatchObject({ ok: true, today: '2025-01-02' })
  })

  it('keeps "none" and "not answered" apart', () => {
    const parsed = parseClaimFile({ otherSources: [], representative: null, victim: {} }, TODAY)
    expect(parsed).toMatchObject({ ok: true, claim: { otherSources: [], representative: null, victim: {} } })
    expect(parsed.ok && 'otherLosses' in parsed.claim).toBe(false)
  })

  it('keeps what was written, blanks around a name aside', () => {
    const claim = {
      version: 1,
      filer: 'victim',
      victim: { firstName: ' Rosa ', lastName: 'Ejemplo', birthDate: '1990-02', safeAtHome: true, email: '' },
      crime: { kinds: ['labor'], start: '2020', end: 'ongoing', circumstances: ' as told \n' },
      work: [{ from: '2020-02', to: 'ongoing', hoursPerWeek: { low: 0, high: 168 }, paidCents: 0 }, { hoursPerWeek: 37.25 }],
      evidence: ['affidavit'],
    }
    expect(parseClaimFile(claim, TODAY)).toEqual({
      ok: true,
      today: TODAY,
      claim: { ...claim, victim: { ...claim.victim, firstName: 'Rosa' } },
    })
  })

  it.each([
    ['text', 'x', ' errors:object'],
    ['a list', [], ' errors:object'],
    ['null', null, ' errors:object'],
    ['another version', { version: 2 }, 'version errors:version'],
    ['an unknown key', { surprise: 1 }, 'surprise errors:unknownKey'],
    ['an unknown key inside', { victim: { ssn: '1' } }, 'victim.ssn errors:unknownKey'],
    ['a bad date', { crime: { start: '2023-02-29' } }, 'crime.start errors:date'],
    ['a partial day for today', { today: '2026-11' }, 'today errors:day'],
    ['a bad end', { crime: { end: 'yesterday' } }, 'crime.end errors:date'],
    ['169 hours', { work: [{ hoursPerWeek: 169 }] }, 'work.0.hoursPerWeek errors:hours'],
    ['negative hours', { work: [{ hoursPerWeek: -1 }] }, 'work.0.hoursPerWeek errors:hours'],
    ['three decimals', { work: [{ hoursPerWeek: 37.125 }] }, 'work.0.hoursPerWeek errors:hoursDecimals'],
    ['hours as text', { work: [{ hoursPerWeek: '40' }] }, 'work.0.hoursPerWeek errors:hours'],
    ['low above high', { work: [{ hoursPerWeek: { low: 50, high: 40 } }] }, 'work.0.hoursPerWeek.low errors:hoursLowAboveHigh'],
    ['169 hours as the high end of a range', { work: [{ hoursPerWeek: { low: 1, high: 169 } }] }, 'work.0.hoursPerWeek.high errors:hours'],
    ['an end before the start', { work: [{ from: '2021-02', to: '2021-01-31' }] }, 'work.0.to errors:endBeforeStart'],
    ['an end of the crime before its start', { crime: { start: '2021-02', end: '2020' } }, 'crime.end errors:endBeforeStart'],
    ['a birth date after today', { victim: { birthDate: '2026-11-24' } }, 'victim.birthDate errors:birthDateFuture'],
    ['a claimant born after today', { claimant: { birthDate: '2027' } }, 'claimant.birthDate errors:birthDateFuture'],
    ['half a cent', { work: [{ paidCents: 0.5 }] }, 'work.0.paidCents errors:cents'],
    ['a choice that is not offered', { crime: { kinds: ['other'] } }, 'crime.kinds.0 errors:choice'],
    ['yes as text', { crime: { inCalifornia: 'yes' } }, 'crime.inCalifornia errors:yesNo'],
    ['a long name', { victim: { firstName: 'x'.repeat(201) } }, 'victim.firstName errors:tooLong'],
    ['too many periods', { work: Array.from({ length: 51 }, () => ({})) }, 'work errors:tooMany'],
    ['a bad e-mail address', { victim: { email: 'rosa' } }, 'victim.email errors:email'],
    ['null in place of a list', { otherSources: null }, 'otherSources errors:list'],
  ])('refuses %s', (_, input, problem) => {
    expect(problems(input)).toEqual([problem])
  })

  it('names everything that is wrong at once', () => {
    expect(problems({ version: 3, victim: { birthDate: 'x' }, work: [{ hoursPerWeek: 200 }] })).toEqual([
      'version errors:version',
      'victim.birthDate errors:date',
      'work.0.hoursPerWeek errors:hours',
    ])
  })

  it('accepts values exactly at the limit', () => {
    expect(
      problems({
        victim: { birthDate: '2026-11-23' },
        work: [{ from: '2021-02', to: '2021' }, { hoursPerWeek: 168 }, { hoursPerWeek: 0 }],
      }),
    ).toEqual([])
    expect(problems({ victim: { birthDate: '2026' } })).toEqual([])
    expect(problems({ today: '2020-01-01', victim: { birthDate: '2020-01-02' } })).toEqual(['victim.birthDate errors:birthDateFuture'])
  })
})

describe('endsBeforeStart', () => {
  it('is true only when no possible day of the end comes after the start', () => {
    expect(endsBeforeStart('2021-03-10', '2021-03-09')).toBe(true)
    expect(endsBeforeStart('2021-03-10', '2021-03-10')).toBe(false)
    expect(endsBeforeStart('2021-03-10', '2021-03')).toBe(false)
    expect(endsBeforeStart('2021', '2020-12')).toBe(true)
    expect(endsBeforeStart('2021', 'ongoing')).toBe(false)
    expect(endsBeforeStart(undefined, '2020')).toBe(false)
    expect(endsBeforeStart('2021', undefined)).toBe(false)
  })
})

describe('the JSON Schema', () => {
  it('closes the file to unknown keys and names the parts', () => {
    expect(claimFileJsonSchema()).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'object',
      additionalProperties: false,
      properties: { crime: { additionalProperties: false }, work: { type: 'array' }, victim: {} },
    })
    expect(claimFileJsonSchema()).not.toHaveProperty('required')
  })
})
