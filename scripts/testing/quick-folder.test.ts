import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { makeQuickFolder } from './quick-folder.ts'

test('makeQuickFolder makes a new folder that other users may pass through', () => {
  const place = mkdtempSync(path.join(tmpdir(), 'place-'))
  const folders = [makeQuickFolder(place), makeQuickFolder(place)]
  expect(new Set(folders).size).toBe(2)
  for (const folder of folders) {
    expect(statSync(folder).mode & 0o777).toBe(0o755)
    rmSync(folder, { recursive: true })
  }
  rmSync(place, { recursive: true })
})

test('makeQuickFolder uses the system’s folder for temporary files where it cannot write to the memory', () => {
  const folder = makeQuickFolder('/nowhere/at/all')
  expect(path.dirname(folder)).toBe(tmpdir())
  rmSync(folder, { recursive: true })
})
