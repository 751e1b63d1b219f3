import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ClaimFile } from '#machines/answers/claim-file.ts'
import { getTranslate } from '#app/i18n/resources.server.ts'
import { fillForm } from './fill-form.server.ts'
import type { FormFacts } from './form-field.ts'
import { withEntries, type FormMap } from './form-map.ts'
import { makeForm, personNamed } from './testing/forms.ts'
import { pdfium } from '#app/pdf/pdfium.server.ts'
import { proposeMap } from './proposal/propose-map.ts'
import { listFields, readOfficialForm } from './read-official-form.server.ts'

const TODAY = '2026-11-23'
const folder = mkdtempSync(path.join(tmpdir(), 'form-test-'))
let form: Uint8Array
let facts: FormFacts
let map: FormMap

beforeAll(async () => {
  form = await makeForm()
  facts = await readOfficialForm(form)
  map = proposeMap(facts, getTranslate('en'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const fill = (claim: ClaimFile, more: { editable?: boolean; training?: boolean; map?: FormMap } = {}) =>
  fillForm({ form, map, claim, today: TODAY, ...more })

function textOf(pdf: Uint8Array, ...options: string[]): string {
  const file = path.join(folder, 'filled.pdf')
  writeFileSync(file, pdf)
  return execFileSync('/usr/bin/pdftotext', [...options, file, '-'], { encoding: 'utf8' })
}

/** The text without the direction marks that the reader adds. */
const plain = (text: string) => text.replace(/[\u200e\u200f\u202a-\u202e]/g, '')

/** Grey values of a page, one byte for each half point. */
async function inkOf(pdf: Uint8Array, page: number): Promise<{ data: Uint8Array; width: number }> {
  const document = await (await pdfium()).loadDocument(pdf)
  const { data, width } = await document.getPage(page).render({ scale: 2, colorSpace: 'Gray', render: 'bitmap' })
  document.destroy()
  return { data, width }
}

const STORY = 'They said that I owed money. '.repeat(120).trim()
const NAMES = [
  ['Vietnamese', 'Thị Ví Dụ', 'Nguyễn'],
  ['Chinese', '例子', '王'],
  ['Arabic', 'مثال', 'التجريبية'],
  ['Hindi', 'उदाहरण', 'परीक्षा'],
  ['Korean', '예시', '김'],
  ['Thai', 'ตัวอย่าง', 'ทดสอบ'],
  ['Khmer', 'ឧទាហរណ៍', 'សាកល្បង'],
  ['Punjabi', 'ਉਦਾਹਰਣ', 'ਪਰੀਖਿਆ'],
  ['rare Chinese', '喆', '龑'],
] as const

describe.each(NAMES)('a form filled in with an invented name (%s)', (_, firstName, lastName) => {
  test('holds the name as people read it, in any script', async () => {
    const { pdf, missingGlyphs, onAddendum } = await fill(personNamed(firstName, lastName))
    const text = plain(textOf(pdf))
    expect(text).toContain(firstName)
    expect(text).toContain(lastName)
    expect(missingGlyphs).toEqual([])
    expect(onAddendum).toEqual([])
  })

  test('puts ink into the boxes of the form and nowhere else', async () => {
    const { pdf } = await fill(personNamed(firstName, lastName, { crime: { circumstances: STORY } }))
    const [before, after] = [await inkOf(form, 0), await inkOf(pdf, 0)]
    const boxes = facts.fields.flatMap(field => field.boxes.filter(box => box.page === 1))
    let [inside, outside] = [0, 0]
    after.data.forEach((grey, index) => {
      if (Math.abs(grey - (before.data[index] ?? 0)) < 48) return
      const [x, y] = [(index % after.width) / 2, 792 - Math.floor(index / after.width) / 2]
      // A box may share one pixel at its edge with what is beside it.
      if (boxes.some(box => x >= box.x - 0.6 && x <= box.x + box.width + 0.6 && y >= box.y - 0.6 && y <= box.y + box.height + 0.6)) inside++
      else outside++
    })
    expect(inside).toBeGreaterThan(1_000)
    expect(outside).toBe(0)
  })
})

describe('a filled form', () => {
  test('has dates, numbers and choices in the format that the form asks for', async () => {
    const text = textOf((await fill(personNamed('Sol', 'Prueba'))).pdf, '-layout')
    for (const words of ['Prueba', 'Sol Prueba', '05/17/1994', '(916) 555-0100', 'CA', 'A short story.']) expect(text).toContain(words)
    // The five cells of the ZIP code hold one digit each.
    expect(text).toMatch(/0\s+0\s+0\s+0\s+0/)
  })

  test('leaves out the home of a person in Safe at Home even when a map asks for it', async () => {
    const claim = personNamed('Sol', 'Prueba')
    const residence = { street: '99 Hidden Lane', city: 'Secret Town' }
    const asks = withEntries(map, [
      { field: 'b1', use: 'answer', answer: 'victim.residenceAddress', basis: { by: 'person', words: '', confidence: 1 } },
    ])
    const open = await fill({ ...claim, victim: { ...claim.victim, residenceAddress: residence } }, { map: asks })
    expect(textOf(open.pdf)).toContain('99 Hidden Lane, Secret Town')
    const hidden = await fill({ ...claim, victim: { ...claim.victim, residenceAddress: residence, safeAtHome: true } }, { map: asks })
    expect(textOf(hidden.pdf)).not.toContain('Hidden')
  })

  test('moves a text that does not fit to an addendum, whole, and says so in the box', async () => {
    const { pdf, onAddendum } = await fill(personNamed('Sol', 'Prueba', { crime: { circumstances: STORY } }))
    expect(onAddendum).toEqual(['story'])
    const pages = textOf(pdf).split('\f')
    expect(pages).toHaveLength(4)
    expect(pages[0]).toContain('They said that I owed money.')
    expect(pages[0]?.replace(/\s+/g, ' ')).toContain('(see addendum, note 1)')
    const addendum = pages[2]?.replace(/\s+/g, ' ') ?? ''
    expect(addendum).toContain('Application of Sol Prueba')
    expect(addendum).toContain('1. Describe what happened (page 1)')
    expect(addendum).toContain(STORY)
  })

  test('never cuts a number that has more characters than cells', async () => {
    const claim = personNamed('Sol', 'Prueba')
    const { pdf, onAddendum } = await fill({ ...claim, victim: { ...claim.victim, mailingAddress: { zip: '00000-1234' } } })
    expect(onAddendum).toEqual(['zip'])
    const [first, , addendum] = textOf(pdf).split('\f')
    expect(first).not.toMatch(/0\s*0\s*0\s*0/)
    expect(addendum).toContain('00000-1234')
  })

  test('shows the code of a character that no font has', async () => {
    const { pdf, missingGlyphs } = await fill(personNamed('Sol\u{13000}', 'Prueba'))
    expect(missingGlyphs).toEqual(['U+13000'])
    expect(textOf(pdf)).toContain('Sol[U+13000]')
  })

  test('has no fields, and its title and facts do not give it away', async () => {
    const { pdf } = await fill(personNamed('Sol', 'Prueba'))
    const document = await PDFDocument.load(pdf, { updateMetadata: false })
    expect(document.getForm().getFields()).toEqual([])
    expect(document.getTitle()).toBe('Papers')
    expect(document.getProducer()).toBe('')
    expect(document.getModificationDate()?.toISOString()).toBe('2026-11-23T12:00:00.000Z')
  })

  test('has the same bytes for the same claim', async () => {
    const claim = personNamed('Thị Ví Dụ', 'مثال', { crime: { circumstances: STORY } })
    expect(Buffer.compare((await fill(claim)).pdf, (await fill(claim)).pdf)).toBe(0)
    expect(Buffer.compare((await fill(claim, { editable: true })).pdf, (await fill(claim, { editable: true })).pdf)).toBe(0)
  })

  test('says on every page of a training claim that it is training', async () => {
    const { pdf } = await fill(personNamed('Sol', 'Prueba', { crime: { circumstances: STORY } }), { training: true })
    const pages = textOf(pdf).split('\f').slice(0, -1)
    expect(pages).toHaveLength(3)
    for (const page of pages) expect(page).toContain('TRAINING — NOT A CLAIM')
  })
})

describe('an editable form', () => {
  test('keeps its fields and values, with an appearance for each', async () => {
    const { pdf } = await fill(personNamed('مثال', '王'), { editable: true })
    const document = await PDFDocument.load(pdf, { updateMetadata: false })
    const form = document.getForm()
    expect(listFields(document).map(({ facts: field }) => field.name)).toEqual(facts.fields.map(({ name }) => name))
    expect(form.getTextField('a1').getText()).toBe('王')
    expect(form.getTextField('Applicant_FirstName').getText()).toBe('مثال')
    expect(form.getRadioGroup('emergency').getSelected()).toBe('1')
    expect(form.getCheckBox('c1').isChecked()).toBe(true)
    expect(form.getDropdown('state').getSelected()).toEqual(['CA'])
    expect(form.acroForm.dict.toString()).toMatch(/NeedAppearances false/)
    // The reader shows the appearances that this program drew, not letters of its own.
    expect(plain(textOf(pdf))).toContain('王')
    expect(plain(textOf(pdf))).toContain('مثال')
  })

  test('ticks "no" for the answer "no", and nothing without an answer', async () => {
    const selected = async (claim: ClaimFile) =>
      (await PDFDocument.load((await fill(claim, { editable: true })).pdf)).getForm().getRadioGroup('emergency').getSelected()
    expect(await selected(personNamed('Sol', 'Prueba', { emergency: { requested: false } }))).toBe('2')
    expect(await selected(personNamed('Sol', 'Prueba', { emergency: {} }))).toBeUndefined()
  })

  test('leaves signatures and days of signing empty', async () => {
    const document = await PDFDocument.load((await fill(personNamed('Sol', 'Prueba'), { editable: true })).pdf)
    for (const name of ['applicant_signature', 'when', 'Date2', 'office'])
      expect(document.getForm().getTextField(name).getText() ?? '', name).toBe('')
  })
})

test('filling in a form refuses a map that fills in a signature', async () => {
  const forged = withEntries(map, [
    { field: 'when', use: 'answer', answer: 'victim.birthDate', basis: { by: 'person', words: '', confidence: 1 } },
  ])
  await expect(fill(personNamed('Sol', 'Prueba'), { map: forged })).rejects.toMatchObject({ problem: 'mustStayBlank', where: ['when'] })
})
