import { expect, test } from 'vitest'
import { buildOf, startInTest } from '../testing/express.ts'

const taken = () => new Response('taken', { status: 201 })
const build = buildOf({
  page: { loader: () => null, action: () => null, default: () => null },
  resource: { loader: taken, action: taken },
})

/** Statuses of the same post to a page, to its data and to an address that is no page. */
async function post(headers: Readonly<Record<string, string>>, trustedProxies = 0): Promise<readonly number[]> {
  const ask = await startInTest(build, trustedProxies)
  const statuses = []
  for (const path of ['/page', '/page.data', '/resource']) statuses.push((await ask(path, headers, 'POST')).status)
  return statuses
}
const TAKEN = [200, 200, 201]
const REFUSED = [403, 403, 403]

test.each([
  ['a browser of today', { 'Sec-Fetch-Site': 'same-origin', Origin: 'http://claims.example' }],
  ['a browser that says no more than its origin', { Origin: 'http://claims.example' }],
  ['a person who typed the address', { 'Sec-Fetch-Site': 'none' }],
  ['an old phone, which says nothing', {}],
  ['a browser that uses https in front of a proxy that is not trusted', { Origin: 'https://claims.example' }],
  ['a host with its port', { Host: 'claims.example:3000', Origin: 'http://claims.example:3000' }],
  ['a host in capitals', { Host: 'Claims.Example:80', Origin: 'http://claims.example' }],
])('a post is taken from %s', async (_who, headers) => {
  expect(await post(headers)).toEqual(TAKEN)
})

test.each([
  ['another site', { 'Sec-Fetch-Site': 'cross-site' }],
  ['a neighbour on the same site', { 'Sec-Fetch-Site': 'same-site', Origin: 'http://claims.example' }],
  ['another site in an older browser', { Origin: 'http://evil.example' }],
  ['a page that hides where it is', { Origin: 'null' }],
  ['a page that hides where it is and says that it is ours', { 'Sec-Fetch-Site': 'same-origin', Origin: 'null' }],
  ['another port', { Origin: 'http://claims.example:8080' }],
  ['a host that begins as ours', { Origin: 'http://claims.example.evil.example' }],
  ['a sender whose origin is none', { Origin: 'claims.example' }],
  ['a sender whose origin cannot be read', { Origin: '%zz' }],
  ['a sender that names another host', { 'X-Forwarded-Host': 'evil.example', Origin: 'http://evil.example' }],
])('a post is refused from %s', async (_who, headers) => {
  expect(await post(headers)).toEqual(REFUSED)
})

test('behind a trusted proxy with https, a page of the same host without https is another site', async () => {
  expect(await post({ 'X-Forwarded-Proto': 'https', Origin: 'http://claims.example' }, 1)).toEqual(REFUSED)
  expect(await post({ 'X-Forwarded-Proto': 'https', Origin: 'https://claims.example' }, 1)).toEqual(TAKEN)
})

test('a browser that is refused is told so in words, in its language', async () => {
  const ask = await startInTest(build, 0)
  const { headers, text } = await ask('/page', { Origin: 'null', 'Accept-Language': 'es' }, 'POST')
  expect(headers['content-type']).toBe('text/html; charset=utf-8')
  expect(text).toContain('<h1>Esto no se recibió</h1>')
})

test('pages can be read from links on any site', async () => {
  const ask = await startInTest(build, 0)
  const foreign = { 'Sec-Fetch-Site': 'cross-site', Origin: 'http://evil.example' }
  for (const path of ['/page', '/page.data']) {
    expect((await ask(path, foreign)).status).toBe(200)
    expect((await ask(path, foreign, 'HEAD')).status).toBe(200)
  }
})
