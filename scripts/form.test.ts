import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PDFDocument } from '@cantoo/pdf-lib'
import { makeForm, makeLockedForm, personNamed } from '#app/official-form/testing/forms.ts'
import { runScript } from './testing/run-script.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'form-commands-'))
const file = (name: string) => path.join(folder, name)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

beforeAll(async () => {
  writeFileSync(file('form.pdf'), await makeForm())
  writeFileSync(file('locked.pdf'), await makeLockedForm())
  writeFileSync(file('claim.json'), JSON.stringify({ version: 1, today: '2026-11-23', ...personNamed('مثال', 'Nguyễn') }))
  writeFileSync(file('map.json'), runScript('form-map', [file('form.pdf')]).stdout)
})

describe('the commands for a form', () => {
  test('list its fields', () => {
    const { code, stdout, stderr } = runScript('form-fields', [file('form.pdf')])
    expect([code, stderr]).toEqual([0, ''])
    const listed = JSON.parse(stdout) as { sha256: string; fields: { name: string; kind: string }[] }
    expect(listed.sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(listed.fields).toContainEqual(expect.objectContaining({ name: 'sign', kind: 'signature' }))
  })

  test('fill it in for its owner alone, flattened or still editable', async () => {
    const fieldsOf = async (...options: string[]) => {
      const { code, stdout, stderr } = runScript('form-fill', [
        file('form.pdf'),
        file('map.json'),
        file('claim.json'),
        file('out.pdf'),
        ...options,
      ])
      expect([code, stdout, stderr]).toEqual([0, '', ''])
      return (await PDFDocument.load(readFileSync(file('out.pdf')))).getForm().getFields().length
    }
    expect(await fieldsOf()).toBe(0)
    expect(statSync(file('out.pdf')).mode & 0o777).toBe(0o600)
    expect(await fieldsOf('--editable')).toBeGreaterThan(10)
  })

  test('keep it, version by version, in the data folder', () => {
    process.env.DATA_DIR = file('data')
    const keep = () => runScript('form-keep', [file('form.pdf'), file('map.json')]).stdout
    expect(keep()).toBe('Kept as version 1 of the map.\n')
    expect(keep()).toBe('Kept as version 2 of the map.\n')
    delete process.env.DATA_DIR
  })

  test('never keep a form that is filled in already', async () => {
    const document = await PDFDocument.load(readFileSync(file('form.pdf')))
    document.getForm().getTextField('b1').setText('Somebody Else')
    writeFileSync(file('filled.pdf'), await document.save())
    writeFileSync(file('filled.json'), runScript('form-map', [file('filled.pdf')]).stdout)
    process.env.DATA_DIR = file('other-data')
    const { code, stderr } = runScript('form-keep', [file('filled.pdf'), file('filled.json')])
    delete process.env.DATA_DIR
    expect(code).toBe(2)
    expect(stderr).toBe('These fields of the form already hold text. Use a blank form: b1.\n')
    expect(existsSync(file('other-data'))).toBe(false)
  })

  test.each([
    ['form-fields', [], 'Use: npm run --silent form:fields'],
    ['form-fields', ['locked.pdf'], 'The form is locked.'],
    ['form-map', ['claim.json'], 'This is not a PDF file'],
    ['form-map', ['nothing.pdf'], 'There is no such file.'],
    ['form-fill', ['form.pdf', 'map.json', 'claim.json'], 'Use: npm run --silent form:fill'],
    ['form-fill', ['form.pdf', 'form.pdf', 'claim.json', 'no.pdf'], 'The map is not JSON.'],
    ['form-fill', ['form.pdf', 'claim.json', 'claim.json', 'no.pdf'], 'The map does not have the shape of a form map'],
    ['form-fill', ['form.pdf', 'map.json', 'map.json', 'no.pdf'], 'This name is not known in a claim file.'],
    ['form-keep', ['form.pdf', '--x'], 'Use: npm run --silent form:keep'],
  ])('%s %j ends with 2 and a sentence, and writes nothing', (script, names, sentence) => {
    const { code, stdout, stderr } = runScript(
      script,
      names.map(name => (name.startsWith('--') ? name : file(name))),
    )
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(sentence)
    expect(stderr).not.toMatch(/\n\s+at /)
    expect(existsSync(file('no.pdf'))).toBe(false)
  })
})
