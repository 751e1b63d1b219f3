import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { programFile } from '#app/program.server.ts'
import { makeTestDatabase, type TestDatabase } from './testing/draft-fixture.ts'
import { openStore } from './store.server.ts'

const SAVES = 300
const CHILD = programFile('save-together', 'app/data/testing/save-together.ts')
const PAGES = ['story', 'contact'] as const

/**
 * Starts a process that counts in one answer once it is told to begin. The returned function tells it, and returns its conflicts when it is
 * done.
 */
async function startWriter({ dataDirectory, databaseUrl }: TestDatabase['settings'], session: string, page: string) {
  const child = spawn(process.execPath, [CHILD, dataDirectory, session, page, String(SAVES), ...(databaseUrl ? [databaseUrl] : [])], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  let text = ''
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()))
  await once(child.stdout, 'data')
  return async () => {
    child.stdin.write('go\n')
    const [code] = (await once(child, 'close')) as [number]
    expect(code).toBe(0)
    return Number(text.trim().split('\n').at(-1))
  }
}

async function writeTogether(sessions: readonly [string, string], settings: TestDatabase['settings']): Promise<number[]> {
  const writers = await Promise.all(PAGES.map((page, index) => startWriter(settings, sessions[index] ?? '', page)))
  return Promise.all(writers.map(write => write()))
}

test(`two processes that save ${SAVES} times each, to one draft and to two, lose nothing and report conflicts`, async () => {
  const { settings, remove } = await makeTestDatabase()
  const store = await openStore(settings)
  const create = async () => (await store.drafts.create({ answers: {}, language: 'en' })).session
  const [shared, one, two] = [await create(), await create(), await create()]
  const phrase = await store.drafts.setPhrase(shared, 'en')
  const opened = await store.drafts.openByPhrase(phrase.ok ? phrase.phrase.text : '', 'address')
  const other = opened.ok ? opened.session : ''

  const conflicts = await writeTogether([shared, other], settings)
  expect(conflicts.reduce((sum, count) => sum + count)).toBeGreaterThan(0)
  expect(await store.drafts.find(shared)).toMatchObject({
    revision: 2 * SAVES + 1,
    answers: { story: { value: `story ${SAVES}` }, contact: { value: `contact ${SAVES}` } },
  })

  expect(await writeTogether([one, two], settings)).toEqual([0, 0])
  expect(await store.drafts.find(one)).toMatchObject({ revision: SAVES + 1, answers: { story: { value: `story ${SAVES}` } } })
  expect(await store.drafts.find(two)).toMatchObject({ revision: SAVES + 1, answers: { contact: { value: `contact ${SAVES}` } } })
  await store.close()
  await remove()
}, 400_000)
