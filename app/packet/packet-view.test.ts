import { describe, expect, test } from 'vitest'
import type { ClaimFile } from '#machines/answers/claim-file.ts'
import { findCenter } from './county-center.ts'
import { claimView } from '#app/packet/render/render-packet.server.ts'
import type { Block, PacketView, Row, Sheet } from './sheet.ts'

const TODAY = '2026-11-23'
const view = (claim: ClaimFile) => claimView({ claim, today: TODAY })
const sheet = ({ mail, keep }: PacketView, id: string): Sheet => {
  const found = [...mail, ...keep].find(each => each.id === id)
  if (!found) throw new Error(`no sheet ${id}`)
  return found
}
const rows = (each: Sheet): readonly Row[] => each.blocks.flatMap(block => (block.kind === 'rows' ? block.rows : []))
const value = (each: Sheet, label: string) => rows(each).find(row => row.label === label)?.value
const words = (sheets: readonly Sheet[]) => JSON.stringify(sheets)
const signature = (each: Sheet) => each.blocks.find((block): block is Extract<Block, { kind: 'signature' }> => block.kind === 'signature')
const table = (each: Sheet) => each.blocks.find((block): block is Extract<Block, { kind: 'table' }> => block.kind === 'table')

const PERJURY = 'I declare under penalty of perjury under the laws of the State of California that the foregoing is true and correct.'

describe('"not answered", "none" and "left to an advocate"', () => {
  test('are three different words in the application', () => {
    const application = sheet(
      view({ filer: 'victim', otherSources: [], leftOpen: { 'other-losses': 'advocate', emergency: 'skipped' } }),
      'application',
    )
    expect(value(application, 'Money received or expected from any other source')).toBe('None')
    expect(value(application, 'Other losses')).toBe('Left for an advocate')
    expect(value(application, 'Asks for an emergency award')).toBe('Not answered')
    expect(value(application, 'Representative')).toBe('Not answered')
    expect(value(sheet(view({ representative: null }), 'application'), 'Representative')).toBe('None')
  })

  test('do not treat blanks as an answer', () => {
    const application = sheet(view({ filer: 'victim', victim: { firstName: ' ', phone: '' } }), 'application')
    expect(rows(application).find(({ label }) => label === 'Phone')).toMatchObject({ value: '', blank: true })
  })
})

describe('the statement that is signed', () => {
  test('has a line to fill in for each missing answer, and states nothing in its place', () => {
    const empty = sheet(view({ filer: 'victim' }), 'declaration')
    expect(rows(empty).map(row => [row.label, row.value, row.blank])).toEqual([
      ['My name', '', true],
      ['The trafficking began', '', true],
      ['The trafficking ended', '', true],
    ])
    expect(
      table(empty)
        ?.rows.flat()
        .every(cell => cell.blank === true && cell.text === ''),
    ).toBe(true)
    expect(words([empty])).not.toMatch(/None|Not answered/)
  })

  test('says "none" only when that was the answer', () => {
    const none = sheet(view({ filer: 'victim', work: [], otherSources: [] }), 'declaration')
    expect(
      rows(none)
        .slice(3)
        .map(row => row.value),
    ).toEqual(['None', 'None'])
  })

  test('has the one perjury sentence, marked as a draft, with lines for signature, date and place', () => {
    const signed = signature(sheet(view({ filer: 'victim' }), 'declaration'))
    expect(signed?.sentences).toEqual([{ text: PERJURY }])
    expect(signed?.note).toContain('Draft wording for legal review')
    expect(signed?.lines.flat().map(line => line.label)).toEqual(['Signature', 'Date', 'Printed name', 'Place (city and state)'])
  })

  test('is signed for a child on information and belief, in the signer’s own name', () => {
    const declaration = sheet(
      view({ filer: 'parent-or-guardian', guardian: { firstName: 'Alma', authority: 'guardian' }, victim: { firstName: 'Luz' } }),
      'declaration',
    )
    expect(signature(declaration)?.sentences.map(sentence => sentence.text)).toEqual([
      'I sign for another person. What stands above I state on information and belief.',
      PERJURY,
    ])
    expect(value(declaration, 'My name')).toBe('Alma')
    expect(value(declaration, 'I sign for')).toBe('Luz')
    expect(value(declaration, 'Right to sign')).toBe('Legal guardian')
  })

  test('is left out of a family member’s own claim without work', () => {
    const ids = (claim: ClaimFile) => view(claim).mail.map(each => each.id)
    expect(ids({ filer: 'family-member' })).not.toContain('declaration')
    expect(ids({ filer: 'family-member', work: [{ from: '2022' }] })).toContain('declaration')
  })
})

describe('the part to mail', () => {
  const claim: ClaimFile = {
    filer: 'victim',
    calculationSheet: true,
    work: [{ from: '2024-01-01', to: '2024-01-14', hoursPerWeek: { low: 10, high: 20 } }],
    paymentPauses: ['incarcerated'],
  }

  test('shows the high figure when the person wants it, and never the low one', () => {
    const packet = view(claim)
    // 2 weeks at $16.00: 20 hours a week are $640, and 10 hours a week are $320.
    expect(value(sheet(packet, 'calculation'), 'Claimed, with the yearly limit')).toBe('$640')
    expect(words(packet.mail)).not.toContain('$320')
    expect(words(packet.keep)).toContain('$320 to $640')
    expect(words(packet.mail)).not.toMatch(/award of|you will get/i)
  })

  test('has a calculation sheet only when the person wants it', () => {
    for (const each of [{ work: claim.work }, { ...claim, calculationSheet: false }]) {
      expect(view(each).mail.map(({ id }) => id)).not.toContain('calculation')
    }
  })

  test('does not tell what can stop payment', () => {
    expect(words(view(claim).mail)).not.toContain('jail')
    expect(words(view(claim).keep)).toContain('In jail or prison')
  })

  test('says Safe at Home instead of the residence, and names no place near it', () => {
    const packet = view({
      filer: 'victim',
      victim: {
        safeAtHome: true,
        residenceAddress: { street: '99 Hidden Lane', city: 'Fresno' },
        mailingAddress: { street: 'P.O. Box 1', city: 'Sacramento' },
      },
    })
    expect(words([...packet.mail, ...packet.keep])).not.toMatch(/Hidden Lane|Fresno/)
    expect(value(sheet(packet, 'application'), 'Home address')).toBe('In Safe at Home. Please use the mailing address')
  })

  test('is in English, and has a story in another language as it was told, with room for a translation', () => {
    const packet = view({ language: 'es', crime: { circumstances: 'Me quitaron el pasaporte.' } })
    const story = sheet(packet, 'story')
    expect(packet.mail.every(each => each.language === 'en')).toBe(true)
    expect(words([story])).toContain('Me quitaron el pasaporte.')
    expect(words([story])).toContain('in this language: Spanish')
    expect(signature(story)?.lines.flat()[0]?.label).toBe('Signature of the translator')
    expect(signature(sheet(view({ crime: { circumstances: 'They took my passport.' } }), 'story'))).toBeUndefined()
  })

  test('goes to the address of CalVCB and asks for letters in the person’s language', () => {
    const letter = words([sheet(view({ filer: 'victim', victim: { preferredLanguage: 'es' } }), 'cover-letter')])
    expect(letter).toContain('P.O. Box 3036')
    expect(letter).toContain('Please send all letters in Spanish.')
  })
})

describe('the part to keep', () => {
  test('marks sources that are not verified', () => {
    expect(words(view({ work: [] }).keep)).toMatch(/text not read\)\. Not verified\./)
  })

  test('names the late-filing form when the claim needs it', () => {
    const late = view({ filer: 'victim', victim: { birthDate: '1980' }, crime: { end: '2010' } })
    expect(words([sheet(late, 'before-mailing')])).toContain("CalVCB's late filing form")
    expect(value(sheet(late, 'application'), 'Why the application comes later')).toBe('Not answered')
  })
})

describe('the county center', () => {
  test('is named only when its number is known', () => {
    expect(findCenter({ victim: { residenceAddress: { city: ' fresno ' } } })?.phone).toBe('(559) 600-2822')
    expect(findCenter({ victim: { residenceAddress: { city: 'Example City' } } })).toBeNull()
    expect(findCenter({})).toBeNull()
  })
})
