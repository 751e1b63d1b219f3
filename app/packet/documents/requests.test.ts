import { describe, expect, test } from 'vitest'
import type { ClaimFile } from '#machines/answers/claim-file.ts'
import { blocksOf, mailed, mailedSheet, rowOf, rowsOf, viewOf, wordsOf } from '../testing/sheets.ts'

describe('the statement about late filing', () => {
  const late: ClaimFile = { filer: 'victim', victim: { firstName: 'Sol', birthDate: '1980' }, crime: { end: '2010' } }
  const sheet = (lateFiling: ClaimFile['lateFiling']) => mailedSheet({ ...late, lateFiling }, 'late-filing')

  test('is mailed when the time is over, and when only a late discovery keeps the claim in time', () => {
    expect(mailed(late, 'late-filing')).toBeDefined()
    const discovered = { ...late, crime: { end: '2010', discovered: '2024-09' } }
    expect(rowOf(mailedSheet(discovered, 'late-filing'), 'When the harm was discovered, in body or mind')?.value).toBe('September 2024')
    expect(mailed({ ...late, crime: { end: '2024' } }, 'late-filing')).toBeUndefined()
    expect(mailed({ ...late, crime: undefined }, 'late-filing')).toBeUndefined()
  })

  test('names CalVCB’s own form and answers its questions', () => {
    const given = sheet({ testified: true, testifiedDetail: 'I spoke in court.', paroleOrRelease: false, reason: 'Nobody told me.' })
    expect(wordsOf(given)).toContain('DRS 09059')
    expect(rowsOf(given).map(row => row.value)).toEqual(['Sol', '', 'Yes', 'I spoke in court.', 'No', 'Nobody told me.'])
    expect(blocksOf(given, 'writing-space')).toEqual([])
  })

  test('leaves room for a missing answer and states nothing about it', () => {
    const empty = sheet(undefined)
    expect(
      rowsOf(empty)
        .filter(row => !row.blank)
        .map(row => row.value),
    ).toEqual(['Sol'])
    expect(blocksOf(empty, 'writing-space')).toHaveLength(3)
    expect(wordsOf(empty)).not.toMatch(/Not answered|None/)
  })
})

describe('the request for an emergency award', () => {
  test('is made when the person asked for it, with the hardship in their own words', () => {
    const sheet = mailedSheet({ language: 'es', emergency: { requested: true, reason: 'Debo la renta.' } }, 'emergency-request')
    expect(blocksOf(sheet, 'story')).toEqual([{ kind: 'story', text: 'Debo la renta.', language: 'es', paths: ['emergency.reason'] }])
    expect(rowOf(mailedSheet({ emergency: { requested: true, reason: 'Rent.' } }, 'application'), 'Why it is needed now')?.value).toBe(
      'See the sheet “Request for an emergency award”',
    )
    expect(wordsOf(sheet)).toContain('It must be paid back if the claim is denied later.')
    expect(wordsOf(sheet)).toContain('Gov. Code § 13952.5')
    expect(blocksOf(sheet, 'signature')[0]?.lines).toHaveLength(1)
  })

  test('leaves room for a hardship that was not told', () => {
    const sheet = mailedSheet({ emergency: { requested: true } }, 'emergency-request')
    expect(blocksOf(sheet, 'writing-space')).toHaveLength(1)
    expect(blocksOf(sheet, 'story')).toEqual([])
  })

  test.each([[undefined], [{ requested: false, reason: 'Rent.' }], [{ reason: 'Rent.' }]])('is absent with %j', emergency => {
    expect(mailed({ emergency }, 'emergency-request')).toBeUndefined()
  })
})

describe('the sheet of other losses', () => {
  const losses = (otherLosses: ClaimFile['otherLosses']) => mailedSheet({ otherLosses }, 'other-losses')

  test('sums what is known', () => {
    const sheet = losses([{ kind: 'dental', amountCents: 48000 }, { kind: 'medical' }, { kind: 'mileage', amountCents: 1250 }])
    expect(rowOf(sheet, 'Sum of the amounts that are known')?.value).toBe('$492.50')
    expect(rowOf(losses([{ kind: 'medical' }]), 'Sum of the amounts that are known')).toBeUndefined()
  })

  test('names a limit that the law or a CalVCB page states, with its source', () => {
    const [points] = blocksOf(losses([{ kind: 'funeral-burial' }, { kind: 'crime-scene-cleanup' }]), 'points')
    expect(points?.items.map(({ text }) => text)).toEqual([
      'Funeral and burial: up to $12,818 for a victim who died',
      'Crime scene clean-up: up to $1,709 for one crime',
    ])
    expect(points?.items[0]?.notes?.[0]).toMatch(/^Source: /)
  })

  test('leaves out a limit that was not read at its source', () => {
    const sheet = wordsOf(
      losses([{ kind: 'relocation' }, { kind: 'residential-security' }, { kind: 'service-animal' }, { kind: 'vehicle-modification' }]),
    )
    expect(sheet).not.toMatch(/\$|Not verified|Limits/)
  })

  test.each([[undefined], [[]]])('is absent with %j', otherLosses => expect(mailed({ otherLosses }, 'other-losses')).toBeUndefined())
})

describe('the disclosure of other sources', () => {
  test('says what was received or is expected, and promises to tell CalVCB in time', () => {
    const sheet = mailedSheet(
      { otherSources: [{ kind: 'wages', state: 'received', amountCents: 5000, detail: 'One week' }] },
      'other-sources',
    )
    expect(blocksOf(sheet, 'table')[0]?.rows[0]?.map(({ text }) => text)).toEqual([
      'Wages or back pay for the same work',
      'Received',
      '$50',
      'One week',
    ])
    expect(wordsOf(sheet)).toContain('CalVCB pays after every other source.')
    expect(wordsOf(sheet)).toContain(
      'If there is a lawsuit or an insurance claim for the same crime, I will tell CalVCB within 30 days of it.',
    )
  })

  test('asks for the details of a lawsuit, and leaves blank what was not answered', () => {
    const sheet = mailedSheet({ otherSources: [{ kind: 'lawsuit' }] }, 'other-sources')
    expect(rowOf(sheet, 'Court and county')?.blank).toBe(true)
    expect(
      blocksOf(sheet, 'table')[0]
        ?.rows[0]?.slice(1)
        .every(cell => cell.blank),
    ).toBe(true)
  })

  test.each([[undefined], [[]]])('is absent with %j', otherSources => expect(mailed({ otherSources }, 'other-sources')).toBeUndefined())
})

describe('the authorization of a representative', () => {
  const sheet = (representative: ClaimFile['representative']) => mailedSheet({ filer: 'victim', representative }, 'representative')

  test('prints the details that were answered, and lines for the others', () => {
    const given = sheet({ kind: 'attorney', name: 'Sam Muestra', phone: '555-0121' })
    expect(rowOf(given, 'Name')?.value).toBe('Sam Muestra')
    expect(rowOf(given, 'Organization')?.blank).toBe(true)
  })

  test('has the representative sign before the claimant, as one who does not treat the claimant', () => {
    const [first, second] = blocksOf(sheet({ kind: 'attorney' }), 'signature')
    expect(first?.lines[0]?.[0]?.label).toBe('Signature of the representative')
    expect(first?.sentences[0]?.text).toContain('I do not treat the claimant')
    expect(second?.lines[0]?.[0]?.label).toBe('Signature')
  })

  test('says who signs the application first, when a rule about it was read', () => {
    expect(wordsOf(sheet({ kind: 'attorney' }))).toContain('The attorney signs the application before the claimant (2 CCR § 649.21')
    expect(wordsOf(sheet({ kind: 'county-advocate' }))).toContain('The advocate signs the application first')
    expect(blocksOf(sheet({ kind: 'other' }), 'notice')).toEqual([])
  })

  test.each([[undefined], [null]])('is absent with %j', representative =>
    expect(mailed({ representative }, 'representative')).toBeUndefined(),
  )
})

describe('the sheet on where to send letters', () => {
  const address = { street: 'P.O. Box 1', city: 'Sacramento' }

  test('gives the Safe at Home address and never the home', () => {
    const claim: ClaimFile = {
      filer: 'victim',
      victim: { safeAtHome: true, mailingAddress: address, residenceAddress: { street: '99 Hidden Lane' } },
    }
    const sheet = mailedSheet(claim, 'safe-mailing')
    expect(rowOf(sheet, 'Mailing address')?.value).toBe('P.O. Box 1, Sacramento')
    expect(wordsOf(sheet)).toMatch(/state agencies must accept it \(.*Gov\. Code § 6205/)
    expect(wordsOf(...viewOf(claim).mail, ...viewOf(claim).keep)).not.toContain('Hidden Lane')
  })

  test('asks to use the mailing address of a person who gave no home, and does not mention Safe at Home', () => {
    const sheet = mailedSheet({ victim: { mailingAddress: address, messagesSafe: false } }, 'safe-mailing')
    expect(rowOf(sheet, 'A message may be left')?.value).toBe('No')
    expect(wordsOf(sheet)).not.toContain('Safe at Home')
  })

  test('asks to use the address of somebody who takes the letters of a person without a fixed address', () => {
    const claim: ClaimFile = { filer: 'victim', victim: { mailingAddress: address, residenceAddress: null } }
    expect(rowOf(mailedSheet(claim, 'safe-mailing'), 'Mailing address')?.value).toBe('P.O. Box 1, Sacramento')
    expect(rowOf(mailedSheet(claim, 'application'), 'Home address')).toMatchObject({ value: 'None', paths: ['victim.residenceAddress'] })
  })

  test('is absent with a home address, without a mailing address, and for a family member', () => {
    expect(
      mailed({ victim: { mailingAddress: address, residenceAddress: { street: '1 Example Street' } } }, 'safe-mailing'),
    ).toBeUndefined()
    expect(mailed({ victim: {} }, 'safe-mailing')).toBeUndefined()
    expect(mailed({ filer: 'family-member', victim: { safeAtHome: true } }, 'safe-mailing')).toBeUndefined()
  })
})

test('requests and choices are signed without the words of an oath', () => {
  const claim: ClaimFile = {
    emergency: { requested: true },
    representative: {},
    otherSources: [{ kind: 'wages' }],
    victim: { safeAtHome: true },
  }
  for (const id of ['emergency-request', 'representative', 'other-sources', 'safe-mailing']) {
    const sheet = mailedSheet(claim, id)
    expect(wordsOf(sheet), id).not.toContain('perjury')
    expect(
      blocksOf(sheet, 'signature').every(({ note }) => note?.includes('Draft wording for legal review')),
      id,
    ).toBe(true)
  }
  expect(wordsOf(mailedSheet(claim, 'cover-letter'))).toContain('The request is among these sheets.')
})
