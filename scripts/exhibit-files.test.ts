import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { phonePhoto, plainPdf } from '#app/evidence/testing/files.ts'
import { runFromSource, runScript } from './testing/run-script.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'exhibits-'))
afterAll(() => rmSync(folder, { recursive: true }))

const CLAIM = 'examples/rosa-alone.json'
const at = (name: string) => path.join(folder, name)

test('papers that are named go into the packet, in their order', async () => {
  writeFileSync(at('one:two.pdf'), await plainPdf(2))
  writeFileSync(at('photo'), await phonePhoto())
  // From its source, as people run it: the process that opens a file then starts from its source, too.
  const outcome = runFromSource('packet', [
    CLAIM,
    at('out.pdf'),
    '--part',
    'mail',
    '--exhibit',
    `court_records:${at('photo')}`,
    '--exhibit',
    `other:${at('one:two.pdf')}`,
  ])
  expect(outcome).toEqual({ code: 0, stdout: '', stderr: '' })
  const text = execFileSync('/usr/bin/pdftotext', [at('out.pdf'), '-'], { encoding: 'utf8' })
  expect(text.indexOf('Exhibit A: Court records')).toBeGreaterThan(0)
  expect(text.indexOf('Exhibit B')).toBeGreaterThan(text.indexOf('Exhibit A: Court records'))
  expect(text).toContain('Example clinic, page 2')
})

test('papers that cannot be taken are named, and nothing is written', () => {
  writeFileSync(at('page.pdf'), '<html>')
  writeFileSync(at('empty.pdf'), '')
  const outcome = runScript('packet', [
    CLAIM,
    at('none.pdf'),
    '--exhibit',
    `other:${at('page.pdf')}`,
    '--exhibit',
    `other:${at('empty.pdf')}`,
  ])
  expect(outcome.code).toBe(2)
  expect(outcome.stderr).toBe(
    `${at('page.pdf')}: This is not a PDF, and not a JPEG, PNG or HEIC picture. Save it as a PDF, or take a photo of each page.\n${at('empty.pdf')}: This file is empty. Choose another one.\n`,
  )
  expect(existsSync(at('none.pdf'))).toBe(false)
  for (const wrong of ['letter:x.pdf', 'other', at('page.pdf')])
    expect(runScript('packet', [CLAIM, at('none.pdf'), '--exhibit', wrong])).toMatchObject({ code: 2, stdout: '' })
  expect(runScript('packet', [CLAIM, at('none.pdf'), '--exhibit', 'other:nowhere.pdf']).stderr).toBe(
    'nowhere.pdf: There is no such file.\n',
  )
})
