import { describe, expect, test } from 'vitest'
import type { ClaimFile } from '#machines/answers/claim-file.ts'
import { blocksOf, cellsOf, keptSheet, pointsOf } from '../testing/sheets.ts'
import { helperKind } from '#machines/rules/helper-kind.ts'

const guide = (claim: ClaimFile) => keptSheet('signing-guide', claim)
/** The numbered steps, without the points after them. */
const steps = (claim: ClaimFile) => blocksOf(guide(claim), 'points').find(({ ordered }) => ordered)?.items ?? []
const whoSigns = (claim: ClaimFile) => Object.fromEntries(cellsOf(guide(claim)) as [string, string][])

describe('the order of signing', () => {
  test('has an attorney sign before the claimant, by 2 CCR § 649.21', () => {
    const [first, then] = steps({ filer: 'victim', representative: { kind: 'attorney', name: 'Ana Muestra' } })
    expect(first).toMatchObject({
      text: 'Your lawyer (Ana Muestra) signs and writes the date first.',
      notes: ['Source: 2 CCR § 649.21 (December 2024)'],
    })
    expect(then?.text).toBe('You sign and write the date. Do it after that, and not before.')
  })

  test('has an advocate sign before or on the same day', () => {
    const [first, then] = steps({ filer: 'victim', representative: { kind: 'county-advocate' } })
    expect(first).toMatchObject({ text: 'Your advocate signs and writes the date first.', notes: ['Source: CalVCB, For advocates'] })
    expect(then?.text).toContain('Do it on the same day or later')
  })

  test('is one step without a helper, and says what changes if a lawyer helps later', () => {
    expect(steps({ filer: 'victim', representative: null }).map(({ text }) => text)).toEqual([
      'You sign and write the date. Do it when all is filled in.',
    ])
    expect(pointsOf(guide({ representative: null }))).toContain('If a lawyer helps you later, let the lawyer sign before you do.')
    expect(pointsOf(guide({ representative: { kind: 'attorney' } })).join(' ')).not.toContain('helps you later')
  })

  test('names the guardian who signs, and warns about a guardian who took part', () => {
    const claim: ClaimFile = {
      filer: 'parent-or-guardian',
      guardian: { firstName: 'Alma', lastName: 'Muestra', authority: 'guardian', tookPart: 'self' },
    }
    expect(steps(claim)[0]?.text).toContain('The guardian (Alma Muestra) signs and writes the date, in their own name')
    expect(pointsOf(guide(claim)).join(' ')).toContain('That person should not sign.')
    expect(pointsOf(guide({ ...claim, guardian: { tookPart: 'no' } })).join(' ')).not.toContain('That person should not sign.')
  })

  test('takes the helper from the representative, else from the filer', () => {
    expect(helperKind({ filer: 'attorney' })).toBe('attorney')
    expect(helperKind({ filer: 'advocate', representative: { kind: 'attorney' } })).toBe('attorney')
    expect(helperKind({ filer: 'victim', representative: { kind: 'organization-advocate' } })).toBe('advocate')
    expect(helperKind({ filer: 'victim', representative: { name: 'Sam' } })).toBe('other')
    expect(helperKind({ filer: 'victim', representative: null })).toBeNull()
  })
})

describe('who signs which paper', () => {
  test('lists CalVCB’s form with its signers in order, and each sheet with a line to sign', () => {
    expect(whoSigns({ filer: 'victim', representative: { kind: 'attorney' } })).toEqual({
      "CalVCB's application form": 'First: Your lawyer. Then: You.',
      '“Application: human trafficking income loss”': 'You',
      '“Authorization of a representative”': 'First: Your lawyer. Then: You.',
      '“Statement of income loss”': 'You',
    })
  })

  test('has the translator sign a translation, and the claimant sign about late filing', () => {
    const rows = whoSigns({
      language: 'es',
      crime: { circumstances: 'Me quitaron el pasaporte.', end: '2010' },
      victim: { birthDate: '1980' },
    })
    expect(rows['«What happened» (Lo que pasó)']).toBe('Quien traduce, si alguien traduce')
    expect(Object.entries(rows).find(([paper]) => paper.includes('presentación tardía'))?.[1]).toBe('Usted')
  })
})
