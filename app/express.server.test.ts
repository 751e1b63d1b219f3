import { request } from 'node:http'
import { json } from '@remix-run/node'
import { describe, expect, test } from 'vitest'
import { buildOf, startInTest, type Answer } from './testing/express.ts'
import { READY_WITHIN_MS } from './readiness.server.ts'
import { isSecure, openVisitCookie } from './security/cookies.server.ts'
import { MOST_BODY_BYTES, MOST_UPLOAD_BYTES, SMALL_FORM } from './security/forms/form-bounds.ts'
import { tooMuch } from './security/forms/read-body.server.ts'
import { readFormData } from './security/forms/read-form-data.server.ts'

/** A build whose addresses answer with what a route learns about a request. */
const build = buildOf({
  seen: {
    loader: ({ request, context }: { request: Request; context: { clientAddress: string } }) =>
      json(
        {
          address: request.url,
          client: context.clientAddress,
          forwarded: [...request.headers.keys()].filter(name => name.includes('forwarded')),
        },
        { headers: { 'Set-Cookie': openVisitCookie(isSecure(request)) } },
      ),
  },
  // It reads forms as the routes of the app do, and answers a form that is too large as they do.
  form: { action: async ({ request }: { request: Request }) => json([...(await readFormData(request, SMALL_FORM))]) },
  still: { action: () => json('done') },
  'too-much': { action: tooMuch, loader: tooMuch },
})

const start = (trustedProxies: number | string[], checkHealth?: () => Promise<void>, waiting?: readonly string[]) =>
  startInTest(build, trustedProxies, checkHealth, waiting)

const seen = ({ text, headers }: Answer) => ({
  ...(JSON.parse(text) as { address: string; client: string; forwarded: string[] }),
  secure: String(headers['set-cookie']).includes('Secure'),
  hsts: headers['strict-transport-security'] !== undefined,
})

/** Headers that a stranger may send about themselves. */
const SAYS = {
  'X-Forwarded-For': '198.51.100.1, 203.0.113.9',
  'X-Forwarded-Proto': 'https',
  'X-Forwarded-Host': 'evil.example:8443',
  'X-Forwarded-Port': '8443',
  Forwarded: 'for=198.51.100.1;proto=https;host=evil.example',
}
const TRUSTED = {
  address: 'https://claims.example/seen',
  secure: true,
  hsts: true,
  forwarded: ['forwarded', 'x-forwarded-for', 'x-forwarded-port', 'x-forwarded-proto'],
}

describe('the origin of a request, as the headers of a peer tell it', () => {
  test.each([[0], [['192.0.2.1', '10.0.0.0/8', '::1']]])('is ignored if the peer is not trusted (trusted: %j)', async trusted => {
    const ask = await start(trusted)
    const nothing = { address: 'http://claims.example/seen', client: '127.0.0.1', secure: false, hsts: false, forwarded: [] }
    expect(seen(await ask('/seen'))).toEqual(nothing)
    expect(seen(await ask('/seen', SAYS))).toEqual(nothing)
  })

  test('is taken from one trusted proxy: the rightmost address and https, but no other host', async () => {
    const ask = await start(1)
    expect(seen(await ask('/seen', SAYS))).toEqual({ ...TRUSTED, client: '203.0.113.9' })
    expect(seen(await ask('/seen', { 'X-Forwarded-For': '203.0.113.9' })).client).toBe('203.0.113.9')
  })

  test('is counted from the right, so an address that a client puts in front is never used', async () => {
    const ask = await start(2)
    expect(seen(await ask('/seen', { 'X-Forwarded-For': '198.51.100.1, 203.0.113.9, 10.0.0.5' })).client).toBe('203.0.113.9')
    expect(seen(await ask('/seen', { 'X-Forwarded-For': 'anything, 10.0.0.5' })).client).toBe('unknown')
  })

  test('is taken only from proxies at the trusted addresses, however many there are', async () => {
    const ask = await start(['127.0.0.1', '10.0.0.0/8'])
    expect(seen(await ask('/seen', SAYS))).toEqual({ ...TRUSTED, client: '203.0.113.9' })
    expect(seen(await ask('/seen', { 'X-Forwarded-For': '198.51.100.1, 203.0.113.9, 10.7.7.7' })).client).toBe('203.0.113.9')
  })

  test('is the same for all addresses of an IPv6 network, and for all that cannot be read', async () => {
    const ask = await start(1)
    const clients = []
    for (const address of ['2001:db8:1:2::1', '2001:db8:1:2:ffff::2', 'x', 'y'])
      clients.push(seen(await ask('/seen', { 'X-Forwarded-For': address })).client)
    expect(clients).toEqual(['2001:db8:1:2::/64', '2001:db8:1:2::/64', 'unknown', 'unknown'])
  })
})

describe('health and readiness', () => {
  const notKept = { 'cache-control': 'no-store', 'content-type': 'text/plain; charset=utf-8' }

  test('answer with one word each, without a session, a cookie or any data, also after an exit', async () => {
    const ask = await start(0)
    for (const Cookie of ['', 'v=left-1; d=anything']) {
      for (const [path, word] of [
        ['/health', 'ok'],
        ['/ready', 'ready'],
      ] as const) {
        const { status, text, headers } = await ask(path, { Cookie })
        expect([status, text, headers['set-cookie']]).toEqual([200, word, undefined])
        expect(headers).toMatchObject(notKept)
      }
    }
    expect((await ask('/ready', {}, 'HEAD')).status).toBe(200)
  })

  test('readiness lists what waits only to requests from the machine itself that no proxy passed on', async () => {
    const waiting = ['The purge waits.', 'Something else, too.']
    for (const trusted of [0, 1]) {
      const ask = await start(trusted, undefined, waiting)
      expect((await ask('/ready')).text).toBe('ready\nThe purge waits.\nSomething else, too.')
      for (const header of ['X-Forwarded-For', 'x-forwarded-proto', 'Forwarded', 'Via', 'X-Real-IP'])
        expect((await ask('/ready', { [header]: '127.0.0.1' })).text, header).toBe('ready')
    }
  })

  test('health never asks the database', async () => {
    let asked = 0
    const ask = await start(0, () => {
      asked++
      return Promise.reject(new Error('gone'))
    })
    expect((await ask('/health')).status).toBe(200)
    expect(asked).toBe(0)
    const gone = await ask('/ready')
    expect([gone.status, gone.text, asked]).toEqual([503, 'not ready', 1])
    expect(gone.headers).toMatchObject(notKept)
  })

  test('readiness says no within seconds if the database hangs, and health still answers', async () => {
    const ask = await start(0, () => new Promise<void>(() => undefined))
    const [ready, health] = await Promise.all([ask('/ready'), ask('/health')])
    expect([ready.status, health.status]).toEqual([503, 200])
    expect(ready.milliseconds).toBeLessThan(READY_WITHIN_MS + 1_500)
    expect(health.milliseconds).toBeLessThan(1_000)
  })
})

describe('a request', () => {
  const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' }

  /** Begins to send a body and never ends it. Resolves to the status of the answer and a promise of the connection's end. */
  const begin = (port: number, path: string, headers: Readonly<Record<string, string>>) =>
    new Promise<{ status: number; ended: Promise<unknown> }>((resolve, reject) => {
      const sent = request({ host: '127.0.0.1', port, path, method: 'POST', headers, agent: false }, response => {
        const ended = new Promise(end => sent.once('close', end))
        // The caller waits for the end of the connection, so an error is expected.
        sent.on('error', () => undefined)
        response.on('error', () => undefined).resume()
        resolve({ status: response.statusCode ?? 0, ended })
      }).on('error', reject)
      sent.write('name=Rosa')
    })

  test('is read if it fits', async () => {
    const { port } = await start(0)
    const answer = await fetch(`http://127.0.0.1:${port}/form`, { method: 'POST', body: new URLSearchParams({ name: 'Rosa' }) })
    expect([answer.status, await answer.json()]).toEqual([200, [['name', 'Rosa']]])
  })

  test.each([
    ['a form', '/form', SMALL_FORM.bytes + 1],
    ['an address that reads nothing', '/still', MOST_BODY_BYTES + 1],
    ['no address', '/nowhere', MOST_BODY_BYTES + 1],
    ['the papers of a claim', '/claim/evidence', MOST_UPLOAD_BYTES + 1],
    ['the papers of a case', '/work/cases/12/papers', MOST_UPLOAD_BYTES + 1],
  ])('is answered with 413 before its body arrives if the stated length is too long for %s', async (_, path, length) => {
    const { port } = await start(0)
    expect((await begin(port, path, { ...FORM, 'Content-Length': String(length) })).status).toBe(413)
  })

  test.each([['/still'], ['/form']])(
    'loses its connection to %s if its body goes on after the answer, whatever its stated length',
    async path => {
      const { port } = await start(0)
      const lengths: readonly Readonly<Record<string, string>>[] = [
        { 'Content-Length': '100000000' },
        { 'Transfer-Encoding': 'chunked', 'Content-Type': 'text/plain' },
      ]
      for (const length of lengths) await (await begin(port, path, { ...FORM, ...length })).ended
    },
  )

  test('is refused if its address contains a null character', async () => {
    const ask = await start(0)
    for (const path of ['/seen?after=a%00b', '/seen/%00']) expect([path, (await ask(path)).status]).toEqual([path, 400])
  })
})
