import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openStore } from '#app/data/store.server.ts'
import { runScript } from './testing/run-script.ts'

const DAY_MS = 86_400_000

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'purge-script-'))
  vi.stubEnv('DATA_DIR', folder)
  vi.stubEnv('KEY_FILE', path.join(folder, 'master.key'))
  vi.stubEnv('DATABASE_URL', '')
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

/** One claim without words that was saved so many days ago. */
async function makeClaim(daysAgo: number) {
  const time = Date.now() - daysAgo * DAY_MS
  const store = await openStore({ dataDirectory: folder, keyFile: path.join(folder, 'master.key') }, () => time)
  await store.drafts.create({ answers: {}, language: 'en' })
  await store.close()
  return new Date(time + DAY_MS).toISOString().slice(0, 10)
}

test('a dry run says what would be deleted, why and past which day, and a real run deletes it', async () => {
  const day = await makeClaim(3)
  const tried = runScript('purge', ['--dry-run'])
  expect([tried.code, tried.stderr]).toEqual([0, ''])
  expect(tried.stdout).toBe(`would be deleted: drafts 1, cases 0\n${day}  1  claims without words, not saved any more\n`)
  expect(runScript('purge', []).stdout).toBe('deleted: drafts 1, cases 0, sessions 1\n')
})

test('after a long gap the purge waits and says so, until an operator says that the clock is right', async () => {
  await makeClaim(40)
  const waits = runScript('purge', [])
  expect([waits.code, waits.stdout]).toEqual([0, 'deleted: drafts 0, cases 0, sessions 1\n'])
  expect(waits.stderr).toMatch(/^The purge waits: .*npm run purge -- --clock-is-right.*\n$/)
  expect(runScript('purge', ['--clock-is-right'])).toMatchObject({
    code: 0,
    stdout: 'deleted: drafts 1, cases 0, sessions 0\n',
    stderr: '',
  })
})

test.each([[['--clock-is-wrong']], [['--dry-run', '--clock-is-right']]])('the purge says how it is used with %j', words => {
  const { code, stdout, stderr } = runScript('purge', words)
  expect([code, stdout]).toEqual([2, ''])
  expect(stderr).toContain('npm run purge -- --dry-run')
})
