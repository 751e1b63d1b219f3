import { describe, expect, test } from 'vitest'
import type { ClaimFile } from '#machines/answers/claim-file.ts'
import { blocksOf, mailed, mailedSheet, PERJURY, rowOf, rowsOf, ticksOf, viewOf, wordsOf } from '../testing/sheets.ts'

const CLAIM: ClaimFile = {
  filer: 'victim',
  victim: { firstName: 'Rosa', lastName: 'Ejemplo', phone: '555-0100' },
  crime: { start: '2021-03', end: '2023-06-30', places: ['Muestra Valley'], circumstances: 'They took my passport.' },
  work: [
    { from: '2021-03', to: '2022-08-31', hoursPerWeek: { low: 15, high: 25 }, kind: 'Housekeeping', paidCents: 60000 },
    { from: '2023-01', kind: 'Sewing' },
  ],
  otherSources: [{ kind: 'restitution', state: 'expected', amountCents: 250000, detail: 'Hearing in 2027' }],
}
const withForm = (id: NonNullable<ClaimFile['incomeEvidence']>[number], facts: ClaimFile['statementFacts']): ClaimFile => ({
  ...CLAIM,
  incomeEvidence: [id],
  statementFacts: facts,
})
/** Words of the claim that a form could give away. */
const TOLD = /Rosa|Ejemplo|555|2021|2022|2023|15 to 25|Housekeeping|Sewing|\$|Restitution|2027|passport|Muestra/

describe.each([
  ['caseworker', 'caseworker_decl'],
  ['attorney', 'attorney_decl'],
] as const)('the form for the %s', (writer, kind) => {
  const id = `statement-${writer}`

  test('is mailed when it was chosen, after the claimant’s own statement', () => {
    const ids = viewOf(withForm(kind, [])).mail.map(sheet => sheet.id)
    expect(ids.indexOf(id)).toBe(ids.indexOf('declaration') + 1)
    expect(mailed(withForm('applicant_decl', ['dates', 'hours', 'other-money']), id)).toBeUndefined()
    expect(mailed(CLAIM, id)).toBeUndefined()
  })

  test('has the allowed facts as lines to confirm, with room to correct each', () => {
    const form = mailedSheet(withForm(kind, ['dates', 'hours', 'other-money']), id)
    expect(ticksOf(form)).toEqual(
      expect.arrayContaining([
        'The trafficking began: March 2021.',
        'The trafficking ended: June 30, 2023.',
        'From March 2021 to August 31, 2022: about 15 to 25 hours a week.',
        'Restitution (money a court orders the offender to pay) · Expected, not received yet · $2,500',
      ]),
    )
    expect(rowOf(form, 'Name of the victim')?.value).toBe('Rosa Ejemplo')
    expect(rowsOf(form).filter(row => row.label === 'Correction' && row.blank)).toHaveLength(3)
    // The form shows neither the story, nor the kind of work, nor notes.
    expect(wordsOf(form)).not.toMatch(/passport|Housekeeping|Sewing|Hearing|Muestra Valley|555-0100/)
  })

  test.each([
    [['dates'], /June 30, 2023/, /15 to 25|Restitution/],
    [['hours'], /15 to 25/, /June 30|Restitution/],
    [['other-money'], /Restitution/, /2021|15 to 25/],
  ] as const)('with %j allowed holds that fact and no other', (facts, holds, not) => {
    const form = wordsOf(mailedSheet(withForm(kind, [...facts]), id))
    expect(form).toMatch(holds)
    expect(form).not.toMatch(not)
  })

  test.each([[undefined], [[]]])('stays blank with %j allowed', facts => {
    const form = mailedSheet(withForm(kind, facts), id)
    expect(wordsOf(form)).not.toMatch(TOLD)
    expect(rowsOf(form).every(row => row.blank === true && row.value === '' && row.paths.length === 0)).toBe(true)
    expect(
      blocksOf(form, 'table')
        .flatMap(({ rows }) => rows.flat())
        .every(cell => cell.blank === true),
    ).toBe(true)
  })

  test('fills in nothing for a fact that was allowed but not answered', () => {
    const form = mailedSheet(
      { filer: 'victim', incomeEvidence: [kind], statementFacts: ['dates', 'hours', 'other-money'], crime: { end: 'ongoing' } },
      id,
    )
    expect(rowOf(form, 'The trafficking began')?.blank).toBe(true)
    expect(ticksOf(form)).toContain('The trafficking is still going on.')
    expect(wordsOf(form)).not.toMatch(/None|Not answered|No money/)
  })

  test('states that there is no other money only when that was the answer', () => {
    const form = mailedSheet({ ...withForm(kind, ['other-money']), otherSources: [] }, id)
    expect(ticksOf(form)).toContain('No money for the same loss was received or is expected from any other source.')
  })

  test('says what to talk about first', () => {
    const notice = blocksOf(mailedSheet(withForm(kind, []), id), 'notice')[0]
    expect(notice?.text).toContain('This statement makes known what it says.')
    if (writer === 'caseworker') expect(notice?.text).toContain('is private by law (Evid. Code §§ 1038, 1038.2)')
    else expect(notice?.text).not.toMatch(/private|privilege/)
  })
})

describe('a caseworker’s form as proof of the crime', () => {
  test('lets the caseworker tick what makes them one, and that they believe the person is a victim', () => {
    const form = mailedSheet(
      { evidence: ['ht_caseworker_statement'], statementFacts: ['dates'], crime: CLAIM.crime, victim: CLAIM.victim },
      'statement-caseworker',
    )
    expect(ticksOf(form)).toEqual([
      'I work, paid or unpaid, for an organization that serves victims of human trafficking.',
      'I have an advanced degree or a license, and 1 year of casework with victims of human trafficking.',
      'I have 40 or more hours of the training that the law names, under a qualified supervisor.',
      'I believe that the person named above is a victim of human trafficking.',
    ])
    // The person allowed facts for the proof of lost income only.
    expect(wordsOf(form)).not.toMatch(TOLD)
  })

  test('is the same form when it also proves the lost income', () => {
    const both = viewOf({ evidence: ['ht_caseworker_statement'], incomeEvidence: ['caseworker_decl'] }).mail.filter(
      ({ id }) => id === 'statement-caseworker',
    )
    expect(both).toHaveLength(1)
    expect(blocksOf(both[0] ?? mailedSheet({}, ''), 'writing-space')).toHaveLength(2)
  })
})

describe('the form for a witness', () => {
  const form = mailedSheet({ ...withForm('witness_decl', ['dates', 'hours', 'other-money']), filer: 'victim' }, 'statement-witness')

  test('is never filled in, whatever was allowed', () => {
    expect(wordsOf(form)).not.toMatch(TOLD)
    expect(rowsOf(form).every(row => row.blank === true)).toBe(true)
    expect(ticksOf(form)).toEqual([])
  })

  test('has room for the three facts in the witness’s own words', () => {
    expect(blocksOf(form, 'heading').map(({ text }) => text)).toEqual(
      expect.arrayContaining(['Dates of the trafficking', 'Work and hours', 'Money from any other source']),
    )
    for (const { lines } of blocksOf(form, 'writing-space')) expect(lines).toBeGreaterThanOrEqual(2)
  })

  test('is absent when no witness was chosen', () => {
    expect(mailed(withForm('attorney_decl', []), 'statement-witness')).toBeUndefined()
  })
})

test('each statement is sworn once, with the one sentence, and with date and place', () => {
  const all: ClaimFile = { ...CLAIM, incomeEvidence: ['caseworker_decl', 'attorney_decl', 'witness_decl'], crime: { end: '2010' } }
  for (const id of ['declaration', 'statement-caseworker', 'statement-attorney', 'statement-witness', 'late-filing']) {
    const sheet = mailedSheet(all, id)
    expect(wordsOf(sheet).split(PERJURY), id).toHaveLength(2)
    const [signature] = blocksOf(sheet, 'signature')
    expect(signature?.sentences.at(-1)?.text, id).toBe(PERJURY)
    // A page that holds the signature alone still says what was signed.
    expect(signature?.note, id).toContain(`${sheet.title}. Draft wording for legal review.`)
    expect(
      signature?.lines.flat().map(({ label }) => label),
      id,
    ).toEqual(['Signature', 'Date', 'Printed name', 'Place (city and state)'])
  }
})
