import { describe, expect, test } from 'vitest'
import type { ClaimFile } from '#machines/answers/claim-file.ts'
import { claimView } from '#app/packet/render/render-packet.server.ts'
import { blocksOf, keptSheet, rowsOf, TEST_DAY, wordsOf } from '../testing/sheets.ts'

const page = (claim: ClaimFile, withoutStory = false) => keptSheet('copy-page', claim, { withoutStory })
const fields = (claim: ClaimFile) => rowsOf(page(claim)).map(({ label, value }) => [label, value])

describe('the page to copy from', () => {
  test('has a row for each part of a name and an address, in the order of the application', () => {
    const claim: ClaimFile = {
      filer: 'victim',
      victim: {
        firstName: 'Rosa',
        middleName: 'María',
        lastName: 'Ejemplo',
        mailingAddress: { street: 'P.O. Box 0', city: 'Example City', state: 'CA', zip: '00000' },
      },
      representative: null,
    }
    expect(fields(claim)).toEqual([
      ['First name', 'Rosa'],
      ['Middle name', 'María'],
      ['Last name', 'Ejemplo'],
      ['Mailing address: Street or P.O. Box', 'P.O. Box 0'],
      ['Mailing address: City', 'Example City'],
      ['Mailing address: State', 'CA'],
      ['Mailing address: ZIP code', '00000'],
      ['Filled in by', 'The person it happened to (the victim)'],
      ['Name', 'The same person as in section 1'],
      ['Representative', 'None'],
    ])
  })

  test('has English values with labels in both languages', () => {
    const rows = rowsOf(
      page({ language: 'es', crime: { kinds: ['labor'], end: 'ongoing' }, work: [{ from: '2022-03', kind: 'Cleaning' }] }),
    )
    expect(rows).toContainEqual({
      label: 'The trafficking ended',
      labelTranslation: 'La trata terminó',
      value: 'Still going on',
      paths: ['crime.end'],
    })
    expect(rows).toContainEqual(expect.objectContaining({ label: 'Work 1: From', value: 'March 2022', paths: ['work.0.from'] }))
    expect(rows.every(({ labelTranslation }) => labelTranslation !== undefined)).toBe(true)
    expect(rowsOf(page({ filer: 'victim' })).every(({ labelTranslation }) => labelTranslation === undefined)).toBe(true)
  })

  test('explains each label in the words of the printed papers, and never in English', () => {
    const address = { street: '1 Example Street', city: 'Example City' }
    const claim: ClaimFile = {
      victim: { residenceAddress: address },
      work: [{ from: '2022-03', kind: 'Cleaning' }],
      otherLosses: [{ kind: 'dental', amountCents: 100 }],
      crime: { reports: [{ number: 'EX-1' }] },
    }
    const labels = (language: 'ru' | 'es') => {
      const sheet =
        claimView({ claim: { ...claim, language }, today: TEST_DAY }).keep.find(({ id }) => id === 'copy-page') ??
        expect.fail('no page to copy from')
      return new Map(rowsOf(sheet).map(({ label, labelTranslation }) => [label, labelTranslation]))
    }
    const russian = labels('ru')
    expect(russian.get('Work 1: From')).toBe('Работа 1: С')
    expect(russian.get('Work 1: Kind of work')).toBe('Работа 1: Вид работы')
    expect(russian.get('Loss 1: Amount')).toBe('Потеря 1: Сумма')
    expect(russian.get('Report 1: Number')).toBe('Обращение 1: Номер')
    expect(russian.get('Home address: City')).toBe('Домашний адрес: Город')
    // The brackets hold English words of the form, such as (P.O. Box).
    expect([...russian.values()].join(' ').replaceAll(/\([^)]*\)/g, '')).not.toMatch(/[A-Za-z]/)
    expect(labels('es').get('Home address: City')).toBe('Domicilio: Ciudad')
  })

  test('says that the portal’s own names were not read', () => {
    expect(
      blocksOf(page({}), 'notice')
        .map(({ text }) => text)
        .join(' '),
    ).toContain('We could not read the names of the fields')
    expect(wordsOf(page({}))).toContain('There is nothing to copy yet.')
  })

  test('points to the story and never tells it', () => {
    const claim: ClaimFile = { crime: { circumstances: 'They took my passport.' } }
    expect(fields(claim)).toEqual([['What happened', 'See the sheet “What happened”']])
    expect(rowsOf(page(claim, true)).map(({ value }) => value)).toEqual(['Left out of these papers by choice'])
  })

  test('gives the substitute address in Safe at Home', () => {
    const claim: ClaimFile = { victim: { safeAtHome: true, residenceAddress: { street: '99 Hidden Lane' } } }
    expect(fields(claim)).toContainEqual(['Home address', 'In Safe at Home. Please use the mailing address'])
    expect(wordsOf(page(claim))).not.toContain('Hidden Lane')
  })

  test('leaves out answers that CalVCB does not ask for', () => {
    expect(wordsOf(page({ paymentPauses: ['incarcerated'], guardian: { tookPart: 'self' }, calculationSheet: true }))).not.toMatch(
      /jail|took part|Calculation/,
    )
  })
})
