import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { databaseTrouble } from '../database-trouble.server.ts'
import { TEST_SERVER } from './testing/draft-fixture.ts'
import { fillDisk, mount, mountSmallDisk, unmountSmallDisk } from './testing/small-disk-fixture.ts'
import { openStore } from './store.server.ts'

const DISK_BYTES = 40 * 1024 * 1024
const disk = mkdtempSync(path.join(tmpdir(), 'small-disk-'))
const dataDirectory = path.join(disk, 'data')

/** Mounting a small disk needs permission. Where it is missing, these tests are skipped. */
let mounted = false
beforeAll(() => {
  mounted = TEST_SERVER === null && mountSmallDisk(disk, DISK_BYTES)
})
afterAll(() => {
  if (mounted) unmountSmallDisk(disk)
  rmSync(disk, { recursive: true })
})

const open = () => openStore({ dataDirectory, keyFile: path.join(disk, 'master.key') })

test('the store is not ready on an almost full disk, keeps its data, and is ready again when there is room', async ({ skip }) => {
  if (!mounted) skip('no small disk can be mounted here')
  const store = await open()
  await store.checkHealth()
  const { session } = await store.drafts.create({ answers: { story: { value: 'kept' } }, language: 'en' })

  const half = path.join(disk, 'half')
  writeFileSync(half, Buffer.alloc(DISK_BYTES - 15 * 1024 * 1024))
  await expect(store.checkHealth()).rejects.toThrow('no room for a save')
  const saved = await store.drafts.save(session, 1, { answers: { story: { value: 'still' } }, language: 'en' })
  expect(saved.ok).toBe(true)

  const rest = fillDisk(disk)
  const large = { story: { value: 'x'.repeat(4 * 1024 * 1024) } }
  const error = await store.drafts.save(session, 2, { answers: large, language: 'en' }).catch((error: unknown) => error)
  expect(databaseTrouble(error)).toMatch(/^The disk of the database (is full|could not be read or written)/)
  await expect(store.checkHealth()).rejects.toThrow('no room for a save')
  expect(await store.drafts.find(session)).toMatchObject({ answers: { story: { value: 'still' } } })

  for (const file of [half, rest]) rmSync(file)
  await store.checkHealth()
  expect(await store.drafts.save(session, 2, { answers: large, language: 'en' })).toMatchObject({ ok: true })
  await store.close()
})

test('the store is not ready on a disk that has become read-only', async ({ skip }) => {
  if (!mounted) skip('no small disk can be mounted here')
  mkdirSync(dataDirectory, { recursive: true })
  const store = await open()
  await store.checkHealth()
  expect(mount('--bind', dataDirectory, dataDirectory) && mount('-o', 'remount,bind,ro', dataDirectory)).toBe(true)
  await expect(store.checkHealth()).rejects.toThrow('EROFS')
  expect(spawnSync('umount', [dataDirectory]).status).toBe(0)
  await store.checkHealth()
  await store.close()
})
