import { closeSync, mkdtempSync, openSync, rmSync, statSync, truncateSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { openStore } from '#app/data/store.server.ts'
import { runScript } from './testing/run-script.ts'

const DAMAGED =
  'The database is damaged. Stop the server, keep the damaged database, and restore the newest backup: docs/deploy.md, "Restoring".\n'

let folder: string
let settings: { dataDirectory: string; keyFile: string }
let file: string
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'command-'))
  settings = { dataDirectory: path.join(folder, 'data'), keyFile: path.join(folder, 'key', 'master.key') }
  file = path.join(settings.dataDirectory, 'claims.sqlite')
  vi.stubEnv('DATA_DIR', settings.dataDirectory)
  vi.stubEnv('KEY_FILE', settings.keyFile)
  vi.stubEnv('DATABASE_URL', '')
  await (await openStore(settings)).close()
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

/** Overwrites the first page of a table or an index, as a broken disk may do. */
function damage(table: string): void {
  const database = new Database(file)
  const page = database.prepare('SELECT rootpage FROM sqlite_master WHERE name = ?').pluck().get(table) as number
  const size = database.pragma('page_size', { simple: true }) as number
  database.close()
  const handle = openSync(file, 'r+')
  writeSync(handle, Buffer.alloc(size, 0xff), 0, size, (page - 1) * size)
  closeSync(handle)
}

describe('what is wrong with the database is said in one line, without the words of a library', () => {
  test.each([
    ['purge', [], 'Session_lastSeenAt_idx'],
    ['user', ['list'], 'Organization'],
    ['backup', ['FOLDER/copy'], 'Draft'],
    ['serve', [], 'Installation'],
  ])('by %s %j, where a page is damaged', (name, words, table) => {
    damage(table)
    const { code, stdout, stderr } = runScript(
      name,
      words.map(word => word.replace('FOLDER', folder)),
    )
    expect({ code, stdout, stderr }).toEqual({ code: 1, stdout: '', stderr: DAMAGED })
  })

  test('where the file is no database, and where it is cut short', () => {
    truncateSync(file, statSync(file).size - 3 * 4096)
    expect(runScript('purge', [])).toEqual({ code: 1, stdout: '', stderr: DAMAGED })
    writeFileSync(file, 'x'.repeat(9_000))
    expect(runScript('purge', [])).toEqual({ code: 1, stdout: '', stderr: DAMAGED })
  })

  test('where no database server answers, without its address', () => {
    vi.stubEnv('DATABASE_URL', 'postgres://app:secret@127.0.0.1:1/claims')
    expect(runScript('purge', [])).toEqual({
      code: 1,
      stdout: '',
      stderr: 'The database server cannot be reached at the address in DATABASE_URL. Start it, or correct the address.\n',
    })
  })
})

describe('npm run new-installation', () => {
  test('makes a new installation once, where the server refuses to start, and marks the key as used again', () => {
    rmSync(settings.dataDirectory, { recursive: true })
    const refused = runScript('serve', [])
    expect([refused.code, refused.stdout]).toEqual([1, ''])
    expect(refused.stderr).toMatch(/^The key file .* has been used, but there is no database .* run once: npm run new-installation\n$/)

    expect(runScript('new-installation', [])).toEqual({
      code: 0,
      stdout: `A new, empty installation was made with the key file ${settings.keyFile}. Now start the server.\n`,
      stderr: '',
    })
    expect(runScript('purge', []).stdout).toMatch(/^deleted: drafts 0/)
    expect(runScript('new-installation', []).stderr).toMatch(/^There is an installation already in .*Nothing was changed\.\n$/)
    rmSync(settings.dataDirectory, { recursive: true })
    expect(runScript('purge', []).stderr).toContain('has been used, but there is no database')
  })
})
