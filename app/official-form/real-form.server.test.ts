import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PDFDocument, PDFName } from '@cantoo/pdf-lib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getTranslate } from '#app/i18n/resources.server.ts'
import { fillForm } from './fill-form.server.ts'
import type { FormFacts } from './form-field.ts'
import { withEntries, type FormMap } from './form-map.ts'
import { personNamed } from './testing/forms.ts'
import { proposeMap } from './proposal/propose-map.ts'
import { readOfficialForm } from './read-official-form.server.ts'

/** A government form as it was published; see examples/README.md. */
const form = readFileSync(path.resolve('app/official-form/examples/irs-w9-2018.pdf'))
const folder = mkdtempSync(path.join(tmpdir(), 'real-form-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let facts: FormFacts
let map: FormMap
beforeAll(async () => {
  facts = await readOfficialForm(form)
  map = proposeMap(facts, getTranslate('en'))
})

const named = (ending: string) => map.fields.find(({ field }) => field.endsWith(ending))

function textOf(pdf: Uint8Array): string {
  const file = path.join(folder, 'filled.pdf')
  writeFileSync(file, pdf)
  return execFileSync('/usr/bin/pdftotext', ['-l', '1', file, '-'], { encoding: 'utf8' }).replace(/[\u200e\u200f\u202a-\u202e]/g, '')
}

describe('a real government form', () => {
  test('can be mapped although its fields have no tooltips', () => {
    expect(facts.pages).toHaveLength(6)
    expect(facts.fields).toHaveLength(22)
    expect(named('f1_1[0]')).toMatchObject({ use: 'answer', answer: 'applicant.fullName', basis: { by: 'label' } })
    expect(named('f1_8[0]')).toMatchObject({
      use: 'answer',
      answer: 'applicant.mailingCityStateZip',
      basis: { words: '6 city state and zip code' },
    })
    // These fields ask for things that a claim never holds.
    for (const field of ['f1_2[0]', 'f1_11[0]']) expect(named(field)).toMatchObject({ use: 'blank', why: 'not-asked' })
  })

  test.each([
    ['Thị Ví Dụ', 'Nguyễn', 'Thị Ví Dụ Nguyễn'],
    ['例子', '王', '例子 王'],
    ['مثال', 'التجريبية', 'مثال التجريبية'],
    ['ឧទាហរណ៍', 'សាកល្បង', 'ឧទាហរណ៍ សាកល្បង'],
    ['ਉਦਾਹਰਣ', 'ਪਰੀਖਿਆ', 'ਉਦਾਹਰਣ ਪਰੀਖਿਆ'],
  ])('holds the name %s %s', async (firstName, lastName, name) => {
    const claim = personNamed(firstName, lastName)
    const text = textOf((await fillForm({ form, map, claim, today: '2026-11-23' })).pdf)
    expect(text).toContain(name)
    expect(text).toContain('Example, CA 00000')
  })

  test('loses its second copy and its usage rights, and keeps its pages', async () => {
    const { pdf } = await fillForm({ form, map, claim: personNamed('Sol', 'Prueba'), today: '2026-11-23', editable: true })
    const document = await PDFDocument.load(pdf, { updateMetadata: false, preserveXFA: true })
    expect(document.getPageCount()).toBe(6)
    expect(document.getForm().acroForm.dict.has(PDFName.of('XFA'))).toBe(false)
    expect(document.catalog.has(PDFName.of('Perms'))).toBe(false)
  })

  test('has a tick in the box whose option matches, and in no other of the same name', async () => {
    const boxes = facts.fields.filter(field => field.kind === 'checkbox')
    const [first, second] = boxes
    if (!first || !second) throw new Error('the form has no boxes')
    const ticked = withEntries(map, [
      {
        field: first.name,
        use: 'ticks',
        ticks: [{ option: first.options[0] ?? '', answer: 'claim.emergency', equals: 'yes' }],
        basis: { by: 'person', words: '', confidence: 1 },
      },
      {
        field: second.name,
        use: 'ticks',
        ticks: [{ option: second.options[0] ?? '', answer: 'claim.emergency', equals: 'no' }],
        basis: { by: 'person', words: '', confidence: 1 },
      },
    ])
    const { pdf } = await fillForm({ form, map: ticked, claim: personNamed('Sol', 'Prueba'), today: '2026-11-23', editable: true })
    const filled = (await PDFDocument.load(pdf, { updateMetadata: false })).getForm()
    expect(filled.getCheckBox(first.name).isChecked()).toBe(true)
    expect(filled.getCheckBox(second.name).isChecked()).toBe(false)
  })
})
