import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { replaceFile, writeNewFile } from '#app/whole-file.server.ts'
import type { FormFacts } from './form-field.ts'
import { mapText, parseMap, type FormMap } from './form-map.ts'
import { readOfficialForm, sha256Of } from './read-official-form.server.ts'

/** The blank form that an installation keeps, with the newest version of its map. */
export interface KeptForm {
  readonly bytes: Uint8Array
  readonly facts: FormFacts
  readonly map: FormMap
}

const FOLDER = 'official-forms'
/** The file that names the form in use. */
const CURRENT = 'current'
const BLANK = 'blank.pdf'
const VERSION = /^map-v(\d+)\.json$/

const folderOf = (dataDirectory: string, sha256: string) => path.join(dataDirectory, FOLDER, sha256)
const mapFile = (version: number) => `map-v${version}.json`

/**
 * Puts a blank form and its map into the data folder, where the server finds them. Older versions stay beside the new one.
 * @param map the map as parsed JSON
 * @returns the kept map, with the next free version
 * @throws FormError when the form cannot be filled in or the map does not belong to it
 */
export async function keepForm(dataDirectory: string, bytes: Uint8Array, map: unknown): Promise<FormMap> {
  const facts = await readOfficialForm(bytes)
  const checked = parseMap(map, facts)
  const folder = folderOf(dataDirectory, facts.sha256)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (!existsSync(path.join(folder, BLANK))) writeNewFile(path.join(folder, BLANK), bytes)
  const kept = { ...checked, version: Math.max(0, ...versionsIn(folder)) + 1 }
  writeNewFile(path.join(folder, mapFile(kept.version)), mapText(kept))
  replaceFile(path.join(dataDirectory, FOLDER, CURRENT), `${facts.sha256}\n`)
  return kept
}

/** The form in use and its newest map, or `null` when none is kept. Files that were changed by hand are refused. */
export async function findKeptForm(dataDirectory: string): Promise<KeptForm | null> {
  const current = path.join(dataDirectory, FOLDER, CURRENT)
  if (!existsSync(current)) return null
  const sha256 = readFileSync(current, 'utf8').trim()
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('the file that names the official form is damaged')
  const folder = folderOf(dataDirectory, sha256)
  const bytes = readFileSync(path.join(folder, BLANK))
  if (sha256Of(bytes) !== sha256) throw new Error('the official form that was kept has been changed')
  const facts = await readOfficialForm(bytes)
  const newest = Math.max(...versionsIn(folder))
  return { bytes, facts, map: parseMap(JSON.parse(readFileSync(path.join(folder, mapFile(newest)), 'utf8')), facts) }
}

/**
 * Keeps a corrected map.
 * @returns `false` when its version exists already, because another correction was saved first
 */
export function keepNextMap(dataDirectory: string, map: FormMap): boolean {
  try {
    writeNewFile(path.join(folderOf(dataDirectory, map.form.sha256), mapFile(map.version)), mapText(map))
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** The version of the newest map of the form in use, without reading the map; `null` when no form is kept. */
export function newestVersion(dataDirectory: string): string | null {
  const current = path.join(dataDirectory, FOLDER, CURRENT)
  if (!existsSync(current)) return null
  const sha256 = readFileSync(current, 'utf8').trim()
  return `${sha256}/${Math.max(0, ...versionsIn(folderOf(dataDirectory, sha256)))}`
}

function versionsIn(folder: string): number[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder).flatMap(name => {
    const version = VERSION.exec(name)?.[1]
    return version === undefined ? [] : [Number(version)]
  })
}
