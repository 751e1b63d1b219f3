import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { openStore, type Store } from '#app/data/store.server.ts'
import { SHORTEST_CLAIM } from '#machines/claim/shortest-claim.ts'
import { TRY_LIMITS } from '#app/security/throttle/throttle.server.ts'
import { startTestPostgres, type TestPostgres } from '#scripts/testing/test-postgres.ts'
import { freePort } from '#scripts/testing/free-port.ts'
import { ended, listening, startScript } from './server-process.ts'
import { createVisitor, FORM_MADE_FROM, type Visitor } from './visitor.ts'

const PAGE = '/claim/q/story'

let postgres: TestPostgres
let folder: string
let store: Store
let servers: { readonly process: ChildProcess; readonly port: number }[]

test.beforeAll(async () => {
  postgres = await startTestPostgres()
  folder = mkdtempSync(path.join(tmpdir(), 'two-servers-'))
  const keyFile = path.join(folder, 'master.key')
  store = await openStore({ dataDirectory: path.join(folder, 'store'), keyFile, databaseUrl: postgres.url })
  servers = await Promise.all(
    ['one', 'two'].map(async name => {
      const port = await freePort()
      const process = startScript('serve', {
        PORT: String(port),
        DATA_DIR: path.join(folder, name),
        KEY_FILE: keyFile,
        DATABASE_URL: postgres.url,
      })
      await listening(process)
      return { process, port }
    }),
  )
})

test.afterAll(async () => {
  await store.close()
  for (const { process } of servers) {
    const end = ended(process)
    process.kill()
    await end
  }
  postgres.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** Two connections of one person with the same cookie, one to each server. */
const visitors = (session: string): [Visitor, Visitor] => servers.map(({ port }) => createVisitor(port, session)) as [Visitor, Visitor]
const formOf = (text: string, circumstances: string) => ({ intent: 'answer', seen: FORM_MADE_FROM.exec(text)?.[1] ?? '', circumstances })

test('two servers serve one session, and each notices what was saved on the other', async () => {
  const { session } = await store.drafts.create({ answers: SHORTEST_CLAIM, language: 'en' })
  const [one, two] = visitors(session)
  const before = await two.open(PAGE)
  expect((await one.post(PAGE, formOf((await one.open(PAGE)).text, 'sewing in house one.'))).status).toBe(303)
  expect((await two.open(PAGE)).text).toContain('sewing in house one.')

  const conflict = await two.post(PAGE, formOf(before.text, 'sewing in house two.'))
  expect(conflict.status).toBe(409)
  expect(conflict.text).toContain('sewing in house one.')
  expect(conflict.text).toContain('sewing in house two.')
  for (const visitor of [one, two]) visitor.leave()
})

test('a claim that is locked on one server is locked on the other', async () => {
  const { session } = await store.drafts.create({ answers: SHORTEST_CLAIM, language: 'en' })
  const [one, two] = visitors(session)
  expect((await two.open(PAGE)).status).toBe(200)
  await one.post('/claim/lock', {})
  const { status, headers } = await two.open(PAGE)
  expect([status, headers.location]).toEqual([303, '/claim/return'])
  for (const visitor of [one, two]) visitor.leave()
})

test('two servers count the tries of a phrase together', async () => {
  const { session } = await store.drafts.create({ answers: SHORTEST_CLAIM, language: 'en' })
  const made = await store.drafts.setPhrase(session, 'en')
  const words = made.ok ? made.phrase.text.split(' ') : []
  const phrase = words.with(-1, words.at(-1) === 'zoo' ? 'zone' : 'zoo').join(' ')
  const [one, two] = visitors('')
  for (let tries = 0; tries < TRY_LIMITS.row.tries; tries += 1) {
    expect((await [one, two][tries % 2]!.post('/claim/return', { phrase })).status).toBe(422)
  }
  for (const visitor of [one, two]) {
    expect((await visitor.post('/claim/return', { phrase })).status).toBe(429)
    visitor.leave()
  }
})
