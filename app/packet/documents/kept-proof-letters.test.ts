import { describe, expect, test } from 'vitest'
import type { ClaimFile } from '#machines/answers/claim-file.ts'
import { blocksOf, cellsOf, keptSheet, pointsOf, rowsOf, viewOf, wordsOf } from '../testing/sheets.ts'

const letters = (claim: ClaimFile) => viewOf(claim).keep.filter(({ id }) => id.startsWith('letter-'))
const ids = (claim: ClaimFile) => letters(claim).map(({ id }) => id)

const ROSA: ClaimFile = {
  filer: 'victim',
  victim: {
    firstName: 'Rosa',
    lastName: 'Ejemplo',
    phone: '555-0100',
    email: 'rosa@example.org',
    birthDate: '1994-05-17',
    mailingAddress: { street: 'P.O. Box 0', city: 'Example City', state: 'CA', zip: '00000' },
    residenceAddress: { street: '1 Example Street', city: 'Home Town' },
  },
  crime: {
    circumstances: 'They took my passport.',
    places: ['A house in Example City'],
    reports: [{ agency: 'Example Police', number: 'EX-1', date: '2024-02-20' }],
  },
  work: [{ kind: 'Housekeeping' }],
  evidence: ['le_letter', 'medical_records', 'visa_document'],
}

describe('letters that ask for proof', () => {
  test('are those that the answers call for', () => {
    expect(ids({})).toEqual([])
    expect(ids({ crime: { reports: [] }, evidence: ['police_report', 'court_records'] })).toEqual([])
    expect(ids({ evidence: ['le_letter'] })).toEqual(['letter-confirmation-1'])
    expect(ids({ crime: { reports: [{}] } })).toEqual(['letter-report-1', 'letter-confirmation-1'])
    expect(ids({ evidence: ['medical_records'] })).toEqual(['letter-records'])
    expect(ids({ evidence: ['visa_document'] })).toEqual(['letter-endorsement'])
    expect(ids(ROSA)).toEqual(['letter-report-1', 'letter-confirmation-1', 'letter-records', 'letter-endorsement'])
  })

  test('give only the safe mailing address, and no story, work, home, phone or birth date', () => {
    const words = wordsOf(...letters(ROSA))
    expect(words).not.toMatch(/passport|A house in|Housekeeping|1 Example Street|Home Town|555-0100|rosa@|1994/)
    for (const letter of letters(ROSA))
      expect(blocksOf(letter, 'address')[0]?.lines).toEqual(['Rosa Ejemplo', 'P.O. Box 0', 'Example City, CA 00000'])
  })

  test('have lines for the date, the office and the signature, and are marked as drafts', () => {
    for (const letter of letters(ROSA)) {
      expect(rowsOf(letter)[0]).toMatchObject({ label: 'Date', blank: true })
      expect(blocksOf(letter, 'address')[1]?.blank).toBe(true)
      const [signature] = blocksOf(letter, 'signature')
      expect(signature?.note).toBe('Draft wording for legal review.')
      expect(signature?.lines.flat().map(({ label }) => label)).toEqual(['Signature', 'Printed name'])
    }
  })

  test('tell each agency of its own reports alone', () => {
    const reports = [
      { agency: 'Example Police', number: 'EX-1' },
      { agency: 'Sample Sheriff', number: 'SA-2' },
      { agency: ' example police ', number: 'EX-3' },
    ]
    const found = letters({ crime: { reports } })
    expect(found.map(({ id }) => id)).toEqual(['letter-report-1', 'letter-report-2', 'letter-confirmation-1', 'letter-confirmation-2'])
    const [police, sheriff] = found
    expect(police && cellsOf(police).map(([number]) => number)).toEqual(['EX-1', 'EX-3'])
    expect(sheriff && wordsOf(sheriff)).not.toMatch(/EX-|Police/)
  })

  test('ask for the endorsement within the days of Penal Code 236.5, with a warning before it', () => {
    const [letter] = letters({ evidence: ['visa_document'] })
    const points = letter ? pointsOf(letter) : []
    expect(points[0]).toContain('within 15 business days')
    expect(points[1]).toContain('in writing within 15 days')
    expect(points[2]).toContain('within 1 week')
    expect(blocksOf(keptSheet('proof-guide', ROSA), 'notice')[0]?.text).toContain('You never have to send them. Other proof is enough.')
    expect(blocksOf(keptSheet('proof-guide', { evidence: ['medical_records'] }), 'notice')).toEqual([])
  })

  test('are in English with the person’s language beneath', () => {
    const [letter] = letters({ ...ROSA, language: 'es', evidence: ['medical_records'], crime: {} })
    expect(letter).toMatchObject({
      title: 'Request for medical records',
      titleTranslation: 'Petición de registros médicos',
      language: 'en',
    })
    const paragraphs = letter ? blocksOf(letter, 'paragraph') : []
    expect(paragraphs.every(({ translation }) => translation !== undefined)).toBe(true)
    expect(letters({ ...ROSA, evidence: ['medical_records'] })[0]?.titleTranslation).toBeUndefined()
  })

  test('say by what right a guardian or a family member writes', () => {
    const guardian = letters({ ...ROSA, filer: 'parent-or-guardian', guardian: { firstName: 'Alma' } })
    expect(blocksOf(guardian[0] ?? keptSheet('none', {}), 'address')[0]?.lines[0]).toBe('Alma')
    expect(wordsOf(...guardian)).toContain('I sign for Rosa Ejemplo.')
    const family = letters({
      ...ROSA,
      filer: 'family-member',
      claimant: { firstName: 'Inés', mailingAddress: { street: '5 Sample Road' } },
    })
    expect(blocksOf(family[0] ?? keptSheet('none', {}), 'address')[0]?.lines).toEqual(['Inés', '5 Sample Road'])
    expect(wordsOf(...family)).not.toContain('P.O. Box 0')
  })

  test('tell agencies that they must accept a Safe at Home address, and do not mention it to clinics', () => {
    const safe: ClaimFile = { ...ROSA, victim: { ...ROSA.victim, safeAtHome: true } }
    const mentions = Object.fromEntries(letters(safe).map(letter => [letter.id, wordsOf(letter).includes('Safe at Home')]))
    expect(mentions).toEqual({
      'letter-report-1': true,
      'letter-confirmation-1': true,
      'letter-records': false,
      'letter-endorsement': true,
    })
  })
})
