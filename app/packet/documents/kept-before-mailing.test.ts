import { describe, expect, test } from 'vitest'
import type { ClaimFile } from '#machines/answers/claim-file.ts'
import type { Exhibit } from '../exhibit.ts'
import { keptSheet, pointsOf, ticksOf } from '../testing/sheets.ts'

const ticks = (claim: ClaimFile, exhibits: readonly Exhibit[] = []) => ticksOf(keptSheet('before-mailing', claim, {}, exhibits))

describe('the checklist before mailing', () => {
  test('names the sheets to mail, the form and the address, and never e-mail', () => {
    const list = ticks({ filer: 'victim' })
    expect(list).toEqual(
      expect.arrayContaining([
        "CalVCB's application form",
        '“Statement of income loss”',
        '“List of evidence”',
        'The envelope goes to: CalVCB, P.O. Box 3036, Sacramento, CA 95812-3036.',
        'Nothing goes by e-mail.',
      ]),
    )
    expect(list.join(' ')).not.toMatch(/late filing|right to sign|Representative|Exhibit|Calculation sheet/)
  })

  test('asks to fill in the empty lines of a sheet only when there are some', () => {
    expect(ticks({ filer: 'victim' })).toContain(
      'Fill in the empty lines on “Statement of income loss”. Leave a line empty if you do not know.',
    )
    const full: ClaimFile = {
      filer: 'victim',
      victim: { firstName: 'Rosa', birthDate: '1990', phone: '555 0100', residenceAddress: { city: 'Fresno' } },
      crime: { start: '2022', end: '2023', circumstances: 'I had to clean.' },
      work: [{ kind: 'Cleaning', from: '2022', to: '2023', hoursPerWeek: 20, paidCents: 0 }],
      otherSources: [],
    }
    expect(ticks(full).join(' ')).not.toContain('Fill in the empty lines')
  })

  test('lists the late-filing form, a guardian’s paper and an advocate’s form only when the claim needs them', () => {
    expect(ticks({ filer: 'victim', victim: { birthDate: '1980' }, crime: { end: '2010' } }).join(' ')).toContain('late filing form')
    expect(ticks({ filer: 'parent-or-guardian' })).toContain('A copy of the paper that shows the right to sign')
    expect(ticks({ representative: { kind: 'county-advocate' } }).join(' ')).toContain('Representative Request Form')
    expect(ticks({ representative: { kind: 'attorney' } }).join(' ')).not.toContain('Representative Request Form')
  })

  test('lists attached papers by letter, and chosen proof that is not attached as copies to add', () => {
    const list = ticks({ evidence: ['police_report', 'medical_records'], incomeEvidence: ['applicant_decl'] }, [
      { id: 'a', kind: 'police_report', title: '', pages: 3 },
      { id: 'b', kind: 'other', title: 'Bus ticket', pages: 1 },
    ])
    expect(list).toEqual(
      expect.arrayContaining([
        'Exhibit A: Police report. 3 pages.',
        'Exhibit B: Bus ticket. 1 page.',
        'A copy, if you have it: Medical records',
      ]),
    )
    expect(list).not.toContain('A copy, if you have it: Police report')
    expect(list.join(' ')).not.toContain('A copy, if you have it: Your own statement')
  })

  test('names a statement that has a sheet once, and not as a copy too', () => {
    const list = ticks({
      evidence: ['ht_caseworker_statement', 'affidavit'],
      incomeEvidence: ['caseworker_decl', 'attorney_decl', 'witness_decl', 'le_report'],
    })
    expect(list.filter(tick => tick.startsWith('A copy, if you have it'))).toEqual([
      'A copy, if you have it: Sworn statement from someone who knows (affidavit)',
      'A copy, if you have it: Report from a law enforcement agency',
    ])
    expect(list).toEqual(
      expect.arrayContaining([
        '“Statement of a human trafficking caseworker”',
        '“Statement of a licensed attorney”',
        '“Statement of a witness”',
      ]),
    )
  })

  test('asks for a translation only when a story in another language is mailed', () => {
    const story = { circumstances: 'Me quitaron el pasaporte.' }
    expect(ticks({ language: 'es', crime: story }).join(' ')).toContain('En «What happened» (Lo que pasó)')
    expect(ticks({ language: 'en', crime: story }).join(' ')).not.toContain('both languages')
  })

  test('warns of what papers give away, and only of papers that are sent', () => {
    const points = (claim: ClaimFile) => pointsOf(keptSheet('before-mailing', claim)).join(' ')
    expect(points({ evidence: ['visa_document'] })).toContain('You never have to send it. Other proof is enough.')
    expect(points({ incomeEvidence: ['caseworker_decl'] })).toContain('private by law')
    expect(points({ guardian: { tookPart: 'self' } })).toContain('That person should not sign.')
    expect(points({ evidence: ['police_report'], guardian: { tookPart: 'no' } })).toBe('')
  })
})
