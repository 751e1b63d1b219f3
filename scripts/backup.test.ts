import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openStore } from '#app/data/store.server.ts'
import { runScript } from './testing/run-script.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'backup-script-'))
  vi.stubEnv('DATA_DIR', path.join(folder, 'data'))
  vi.stubEnv('KEY_FILE', path.join(folder, 'key', 'master.key'))
  vi.stubEnv('DATABASE_URL', '')
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

test('a backup is made while a server runs and restored after it has stopped, and both commands say what they leave open', async () => {
  const store = await openStore({ dataDirectory: path.join(folder, 'data'), keyFile: path.join(folder, 'key', 'master.key') })
  const { session } = await store.drafts.create({ answers: {}, language: 'en' })
  const copy = path.join(folder, 'monday')
  const made = runScript('backup', [copy])
  expect([made.code, made.stderr]).toEqual([0, ''])
  expect(made.stdout).toContain(`1 claims, in ${copy}`)
  expect(made.stdout).toMatch(/key is not in it[\s\S]*another place than the backups[\s\S]*what people delete later/)

  const tooEarly = runScript('restore', [copy])
  expect([tooEarly.code, tooEarly.stdout]).toEqual([1, ''])
  expect(tooEarly.stderr).toMatch(/^A server or another command still uses the data folder\. Stop it first\.\n$/)

  await store.drafts.deleteNow(session)
  await store.close()
  expect(runScript('restore', [copy]).stdout).toMatch(
    /^Restored: 0 claims[\s\S]*Deleted again.*claims 1, papers 0[\s\S]*The data from before is in /,
  )
  expect(runScript('restore', [copy, '--with-deleted']).stdout).toMatch(
    /^Restored: 1 claims[\s\S]*WARNING: what people deleted or took back/,
  )
})

test.each([
  ['backup', []],
  ['backup', ['one', 'two']],
  ['restore', []],
  ['restore', ['one', '--force']],
])('%s with %j says how it is used', (name, words) => {
  const { code, stdout, stderr } = runScript(name, words)
  expect([code, stdout]).toEqual([2, ''])
  expect(stderr).toContain(`npm run ${name} -- FOLDER`)
})
