import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, PDFRawStream, PDFString } from '@cantoo/pdf-lib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getTranslate } from '#app/i18n/resources.server.ts'
import { fillForm } from './fill-form.server.ts'
import { makeForm, makeLockedForm, personNamed } from './testing/forms.ts'
import { openForm } from './open-form.server.ts'
import { proposeMap } from './proposal/propose-map.ts'
import { readOfficialForm } from './read-official-form.server.ts'
import { unlockedCopy } from '#app/pdf/unlock.server.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'unlock-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Bytes with a special meaning in PDF strings, as one-byte and as two-byte characters (U+5C5C, U+2829, U+0D0A, U+0A0D). */
const HARD = String.raw`)(\ \( \)) \101 ` + '\r \n \r\n \0 \x80\xff <> %'
const HARD_WIDE = '屜⠩\u0d0a\u0a0d (\\)'

let plain: Uint8Array

beforeAll(async () => {
  const document = await PDFDocument.load(await makeForm(), { updateMetadata: false })
  const one = document.getForm().getTextField('a1').acroField.dict
  const escaped = Array.from(HARD, character => `\\${character.charCodeAt(0).toString(8).padStart(3, '0')}`).join('')
  one.set(PDFName.of('TU'), PDFString.of(escaped))
  one.set(PDFName.of('V'), PDFHexString.fromText(HARD_WIDE))
  const two = document.getForm().getTextField('b1').acroField.dict
  two.set(PDFName.of('TU'), PDFHexString.fromText(HARD_WIDE))
  two.set(PDFName.of('DV'), PDFString.of(''))
  two.set(PDFName.of('T'), PDFString.of('b \\(1\\) \\\\ c'))
  plain = await document.save({ updateFieldAppearances: false })
})

/** The form as `qpdf` locks it without a password to open it. */
function locked(
  bits: '40' | '128' | '256',
  options: readonly string[],
  form: Uint8Array = plain,
  before: readonly string[] = [],
): Uint8Array {
  const [from, to] = ['plain.pdf', 'locked.pdf'].map(name => path.join(folder, name)) as [string, string]
  writeFileSync(from, form)
  execFileSync('/usr/bin/qpdf', [
    from,
    '--allow-weak-crypto',
    '--stream-data=preserve',
    ...before,
    '--encrypt',
    '',
    'owner',
    bits,
    ...options,
    '--',
    to,
  ])
  return readFileSync(to)
}

/** Keys that are not compared: lengths, and what the newest kind of lock adds to the catalog. */
const ASIDE = ['Length', 'Extensions'].map(name => PDFName.of(name))

/** Everything that the catalog refers to: texts and streams as bytes, no object numbers, and lengths to a thousandth of a point. */
function contentOf(document: PDFDocument): unknown {
  const seen = new Map<object, number>()
  const read = (value: unknown): unknown => {
    if (value instanceof PDFString || value instanceof PDFHexString) return Buffer.from(value.asBytes()).toString('hex')
    if (value instanceof PDFNumber) return Math.round(value.asNumber() * 1000) / 1000
    if (!(value instanceof PDFDict) && !(value instanceof PDFArray) && !(value instanceof PDFRawStream)) return String(value)
    const known = seen.get(value)
    if (known !== undefined) return `seen ${known}`
    seen.set(value, seen.size)
    if (value instanceof PDFArray) return value.asArray().map((_, index) => read(value.lookup(index)))
    if (value instanceof PDFRawStream) return [read(value.dict), Buffer.from(value.contents).toString('hex')]
    const entries = value
      .keys()
      .filter(key => !ASIDE.includes(key))
      .sort((a, b) => (a.asString() < b.asString() ? -1 : 1))
    return Object.fromEntries(entries.map(key => [key.asString(), read(value.lookup(key))]))
  }
  return read(document.catalog)
}

const parsed = (bytes: Uint8Array) => PDFDocument.load(bytes, { updateMetadata: false, preserveXFA: true })

const LOCKS = [
  ['RC4 with 40 bits', '40', ['--extract=n'], []],
  ['RC4 with 128 bits', '128', ['--modify=form', '--use-aes=n'], []],
  ['AES with 128 bits', '128', ['--modify=form', '--use-aes=y'], []],
  ['AES with 128 bits, its description left open', '128', ['--modify=form', '--use-aes=y', '--cleartext-metadata'], []],
  ['AES with 256 bits', '256', ['--modify=form'], []],
  ['AES with 256 bits, for notes and fields', '256', ['--modify=annotate'], []],
  ['AES with 256 bits, objects in streams', '256', ['--modify=form'], ['--object-streams=generate']],
] as const

describe.each(LOCKS)('a form locked without a password, by %s,', (_, bits, options, before) => {
  test('has the same names, tooltips, values and appearances when it is unlocked', async () => {
    const form = locked(bits, options, plain, before)
    await expect(parsed(form)).rejects.toThrow('encrypted')
    expect(contentOf(await openForm(form))).toEqual(contentOf(await openForm(plain)))
    const facts = await readOfficialForm(form)
    expect(facts).toEqual({ ...(await readOfficialForm(plain)), sha256: facts.sha256 })
    expect(facts.fields.find(field => field.name === 'b (1) \\ c')?.tooltip).toBe(HARD_WIDE.replace(/\s+/g, ' '))
  })
})

test('a real government form has the same content when it is unlocked', async () => {
  const form = readFileSync(path.resolve('app/official-form/examples/irs-w9-2018.pdf'))
  expect(contentOf(await openForm(locked('256', ['--modify=form'], form)))).toEqual(contentOf(await openForm(form)))
})

test('a form that another library locked is filled in, with the same bytes each time and without the lock', async () => {
  const document = await PDFDocument.load(await makeForm())
  document.encrypt({ ownerPassword: 'owner', userPassword: '', permissions: { fillingForms: true } })
  const form = await document.save({ updateFieldAppearances: false })
  const map = proposeMap(await readOfficialForm(form), getTranslate('en'))
  const fill = async () => (await fillForm({ form, map, claim: personNamed('例子', '王'), today: '2026-11-23', editable: true })).pdf
  const pdf = await fill()
  expect((await parsed(pdf)).getForm().getTextField('b1').getText()).toBe('例子 王')
  expect(Buffer.compare(pdf, await fill())).toBe(0)
})

describe('unlocking', () => {
  test('refuses a form that needs a password', async () => {
    expect(await unlockedCopy(await makeLockedForm(), 'filling-in')).toBeNull()
  })

  test.each([
    ['RC4 with 40 bits', '40', ['--annotate=n']],
    ['AES with 128 bits', '128', ['--modify=none', '--use-aes=y']],
    ['AES with 256 bits', '256', ['--modify=assembly']],
  ] as const)('refuses a form whose lock, %s, forbids filling it in', async (_, bits, options) => {
    await expect(openForm(locked(bits, options))).rejects.toMatchObject({ name: 'FormError', problem: 'locked' })
  })

  test('refuses a file that is no PDF or is cut off', async () => {
    expect(await unlockedCopy(new TextEncoder().encode('hello'), 'filling-in')).toBeNull()
    const form = locked('256', ['--modify=form'])
    await expect(openForm(form.subarray(0, 200))).rejects.toMatchObject({ name: 'FormError' })
  })
})
