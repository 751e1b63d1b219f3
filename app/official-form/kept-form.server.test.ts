import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { getTranslate } from '#app/i18n/resources.server.ts'
import { withEntries } from './form-map.ts'
import { makeForm } from './testing/forms.ts'
import { findKeptForm, keepForm, keepNextMap, newestVersion } from './kept-form.server.ts'
import { proposeMap } from './proposal/propose-map.ts'
import { readOfficialForm } from './read-official-form.server.ts'

let data: string
beforeEach(() => (data = mkdtempSync(path.join(tmpdir(), 'kept-form-'))))
afterEach(() => rmSync(data, { recursive: true, force: true }))

const form = await makeForm()
const map = proposeMap(await readOfficialForm(form), getTranslate('en'))
const folder = () => path.join(data, 'official-forms', map.form.sha256)

describe('the form of an installation', () => {
  test('is absent until one is kept', async () => {
    expect(await findKeptForm(data)).toBeNull()
    expect(newestVersion(data)).toBeNull()
  })

  test('is kept with every version of its map, in files that only their owner can read', async () => {
    expect((await keepForm(data, form, map)).version).toBe(1)
    expect((await keepForm(data, form, map)).version).toBe(2)
    expect(readdirSync(folder()).sort()).toEqual(['blank.pdf', 'map-v1.json', 'map-v2.json'])
    expect(statSync(path.join(folder(), 'map-v1.json')).mode & 0o777).toBe(0o600)
    const kept = await findKeptForm(data)
    expect(kept?.map).toEqual({ ...map, version: 2 })
    expect(Buffer.compare(kept?.bytes ?? new Uint8Array(), form)).toBe(0)
  })

  test('accepts one of two corrections made at once, and refuses the other', async () => {
    const first = await keepForm(data, form, map)
    const next = withEntries(first, [{ field: 'a1', use: 'blank', why: 'not-asked' }])
    expect(keepNextMap(data, next)).toBe(true)
    expect(keepNextMap(data, withEntries(first, [{ field: 'b1', use: 'blank', why: 'not-asked' }]))).toBe(false)
    expect((await findKeptForm(data))?.map).toEqual(next)
  })

  test('is refused when its file or its map was changed by hand', async () => {
    await keepForm(data, form, map)
    const forged = readFileSync(path.join(folder(), 'map-v1.json'), 'utf8').replace(
      '"use":"blank","why":"signing-date"',
      '"use":"answer","answer":"victim.birthDate","basis":{"by":"person","words":"","confidence":1}',
    )
    writeFileSync(path.join(folder(), 'map-v2.json'), forged)
    await expect(findKeptForm(data)).rejects.toMatchObject({ problem: 'mustStayBlank' })
    writeFileSync(path.join(folder(), 'blank.pdf'), 'other')
    await expect(findKeptForm(data)).rejects.toThrow('has been changed')
  })

  test('is not kept with a map of another form', async () => {
    await expect(keepForm(data, form, { ...map, form: { sha256: '0'.repeat(64) } })).rejects.toMatchObject({ problem: 'otherForm' })
    expect(await findKeptForm(data)).toBeNull()
  })
})
