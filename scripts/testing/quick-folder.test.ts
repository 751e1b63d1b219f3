import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { makeQuickFolder } from './quick-folder.ts'

test('the folder is new, and others may pass through it', () => {
  const place = mkdtempSync(path.join(tmpdir(), 'place-'))
  const folders = [makeQuickFolder(place), makeQuickFolder(place)]
  expect(new Set(folders).size).toBe(2)
  for (const folder of folders) {
    expect(statSync(folder).mode & 0o777).toBe(0o755)
    rmSync(folder, { recursive: true })
  }
  rmSync(place, { recursive: true })
})

test('where there is no memory to write to, it is where the system keeps what is thrown away', () => {
  const folder = makeQuickFolder('/nowhere/at/all')
  expect(path.dirname(folder)).toBe(tmpdir())
  rmSync(folder, { recursive: true })
})
