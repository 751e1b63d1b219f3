import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { openStore, type Store } from '#app/data/store.server.ts'
import { READY_WITHIN_MS } from '#app/readiness.server.ts'
import { COOKIE_NAMES } from '#app/security/cookies.server.ts'
import { SHORTEST_CLAIM } from '#machines/claim/shortest-claim.ts'
import { startTestPostgres, type TestPostgres } from '#scripts/testing/test-postgres.ts'
import { hasNginx, startNginx, type Nginx } from './nginx.ts'
import { startRelay, type Relay } from './relay.ts'
import { freePort } from '#scripts/testing/free-port.ts'
import { ended, listening, startScript } from './server-process.ts'
import { FORM_MADE_FROM } from './visitor.ts'

const PAGE = '/claim/q/story'
const HSTS = 'max-age=31536000; includeSubDomains'

let postgres: TestPostgres
let relay: Relay
let folder: string
let store: Store
let servers: readonly ChildProcess[] = []
let nginx: Nginx

test.skip(!hasNginx(), 'nginx and openssl are not installed')
// The tests run in order, because the last one kills a server.
test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  postgres = await startTestPostgres()
  folder = mkdtempSync(path.join(tmpdir(), 'behind-nginx-'))
  const keyFile = path.join(folder, 'master.key')
  store = await openStore({ dataDirectory: path.join(folder, 'store'), keyFile, databaseUrl: postgres.url })
  const way = new URL(postgres.url)
  const [http, https, one, two, database] = (await Promise.all(Array.from({ length: 5 }, freePort))) as [
    number,
    number,
    number,
    number,
    number,
  ]
  relay = await startRelay(database, Number(way.port))
  way.port = String(database)
  servers = [one, two].map(port =>
    startScript('serve', {
      PORT: String(port),
      DATA_DIR: path.join(folder, String(port)),
      KEY_FILE: keyFile,
      DATABASE_URL: way.href,
      TRUSTED_PROXIES: '127.0.0.1',
    }),
  )
  await Promise.all(servers.map(listening))
  nginx = await startNginx(path.join(folder, 'nginx'), { http, https, servers: [one, two] })
})

test.afterAll(async () => {
  await nginx.stop()
  for (const server of servers.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null)) {
    const end = ended(server)
    server.kill()
    await end
  }
  await store.close()
  relay.close()
  postgres.stop()
  rmSync(folder, { recursive: true, force: true })
})

test('a claim is read and saved through nginx over https, whichever server answers', async () => {
  const { session } = await store.drafts.create({ answers: SHORTEST_CLAIM, language: 'en' })
  const headers = { Cookie: `${COOKIE_NAMES.draft}=${session}` }
  for (const words of ['sewing at night.', 'sewing by day.', 'sewing at noon.']) {
    const page = await nginx.ask(PAGE, { headers })
    expect(page.status).toBe(200)
    expect(page.headers['strict-transport-security']).toBe(HSTS)
    expect(page.headers['set-cookie']?.every(cookie => cookie.includes('; Secure'))).not.toBe(false)
    expect(page.headers.server).toBe('nginx')
    const body = new URLSearchParams({
      intent: 'answer',
      seen: FORM_MADE_FROM.exec(page.text)?.[1] ?? '',
      circumstances: words,
    }).toString()
    expect((await nginx.ask(PAGE, { method: 'POST', headers, body })).status).toBe(303)
    expect((await nginx.ask(PAGE, { headers })).text).toContain(words)
  }
})

test('forged headers about address, host and protocol have no effect', async () => {
  const forged = {
    'X-Forwarded-For': '198.51.100.7',
    'X-Forwarded-Host': 'evil.example',
    'X-Forwarded-Proto': 'http',
    'X-Forwarded-Port': '8443',
    Forwarded: 'host=evil.example',
  }
  const home = await nginx.ask('/', { headers: forged })
  expect(home.status).toBe(200)
  expect(`${home.text}${JSON.stringify(home.headers)}`).not.toContain('evil.example')
  const left = await nginx.ask('/leave', { headers: forged })
  expect(left.headers['set-cookie']?.join()).toContain('; Secure')
  await expect(nginx.ask('/', { name: 'evil.example' })).rejects.toThrow()
})

test('a form from another site is refused, and so is a form without an end', async () => {
  const headers = { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' }
  expect((await nginx.ask('/claim/return', { method: 'POST', headers, body: 'phrase=x' })).status).toBe(403)
  const endless = await nginx
    .ask('/claim/return', { method: 'POST', headers: { 'Content-Length': String(101 * 1024 * 1024) } })
    .catch((error: Error) => error)
  expect(endless instanceof Error || endless.status === 413).toBe(true)
})

test('nginx keeps nothing that people send in a file', async () => {
  // nginx would write a body larger than 16 kB to a file, but its folder for such files is gone.
  const { status } = await nginx.ask('/claim/return', { method: 'POST', body: `phrase=${'x'.repeat(20_000)}` })
  expect(status).toBe(422)
})

test('while the database hangs the server says "not ready" within seconds but is alive, and is ready again afterwards', async () => {
  expect((await nginx.ask('/ready')).status).toBe(200)
  relay.hang()
  const [ready, health] = await Promise.all([nginx.ask('/ready'), nginx.ask('/health')])
  relay.goOn()
  expect([ready.status, ready.text, health.status]).toEqual([503, 'not ready', 200])
  expect(ready.milliseconds).toBeLessThan(READY_WITHIN_MS + 2_000)
  expect(health.milliseconds).toBeLessThan(1_000)
  await expect.poll(async () => (await nginx.ask('/ready')).status, { timeout: 30_000 }).toBe(200)
})

test('when one server is killed the other one answers, and nginx has logged no address', async () => {
  const end = ended(servers[0]!)
  servers[0]!.kill('SIGKILL')
  await end
  const statuses = []
  for (let asked = 0; asked < 20; asked++) statuses.push((await nginx.ask('/')).status)
  for (let sent = 0; sent < 4; sent++) statuses.push((await nginx.ask('/claim/return', { method: 'POST', body: 'phrase=' })).status)
  expect(statuses).toEqual([...Array.from({ length: 20 }, () => 200), ...Array.from({ length: 4 }, () => 422)])
  expect(nginx.log()).toBe('')
})
