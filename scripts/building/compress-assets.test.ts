import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { compressAssets } from './compress-assets.ts'

test('compressAssets writes a compressed copy beside each larger script and style sheet, and beside nothing else', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'assets-'))
  const script = 'export const words = "one two three four"\n'.repeat(100)
  for (const [name, text] of Object.entries({ 'page.js': script, 'page.css': script, 'small.js': 'export {}', 'picture.png': script }))
    writeFileSync(path.join(folder, name), text)
  expect(compressAssets(folder)).toBe(2)
  expect(readdirSync(folder).sort()).toEqual(['page.css', 'page.css.br', 'page.js', 'page.js.br', 'picture.png', 'small.js'])
  const compressed = readFileSync(path.join(folder, 'page.js.br'))
  expect(compressed.length).toBeLessThan(200)
  expect(brotliDecompressSync(compressed).toString()).toBe(script)
  rmSync(folder, { recursive: true })
})
