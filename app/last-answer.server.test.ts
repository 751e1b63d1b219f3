import { connect } from 'node:net'
import { afterEach, beforeEach, expect, test, vi, type MockInstance } from 'vitest'
import { logError } from './error-log.server.ts'
import { buildOf, startInTest } from './testing/express.ts'
import { loader as nowhere } from './routes/$.tsx'

/** Stands for the address of a calendar, and for what a person typed. */
const SECRET = 'c2VjcmV0LW9mLWEtY2FsZW5kYXI'

function fail(): never {
  throw new TypeError(`no such ${SECRET}`)
}
const brokenStream = () =>
  new ReadableStream({
    pull(controller) {
      controller.enqueue(new TextEncoder().encode('first'))
      controller.error(new RangeError(SECRET))
    },
  })
const build = buildOf({
  page: { loader: () => null, default: () => null },
  broken: { loader: fail, default: () => null },
  resource: { loader: () => new Response('file') },
  'broken-resource': { loader: fail },
  '*': { loader: nowhere, default: () => null },
  'broken-stream': { loader: () => new Response(brokenStream()) },
})

let written: MockInstance[] = []
beforeEach(() => {
  written = (['error', 'warn', 'log', 'info'] as const).map(way => vi.spyOn(console, way).mockImplementation(() => undefined))
})
afterEach(() => vi.restoreAllMocks())
/** The logged lines, with paths shortened so that they are the same on every machine. */
const lines = () =>
  written.flatMap(way => way.mock.calls).map(call => String(call[0]).replace(/\(?(?:file:\/\/)?\/\S*\/(app\/[\w.-]+):\d+:\d+\)?/g, '$1'))

test.each([
  ['an address that cannot be read', `/calendar/${SECRET}%zz.ics`, 400],
  ['an address of a file that cannot be read', `/assets/${SECRET}%zz`, 400],
  ['an address from a script that cannot be read', `/__manifest?version=1&p=/${SECRET}%25zz`, 400],
  ['a request for data in an older way', `/page?_data=${SECRET}`, 400],
  ['a file that is not there', `/assets/${SECRET}.js`, 404],
  ['a page that is not there', `/${SECRET}`, 404],
  ['a page’s data that is not there', `/${SECRET}.data`, 404],
])('%s is answered and leaves no line', async (_what, path, status) => {
  const ask = await startInTest(build, 0)
  const answer = await ask(path)
  expect([answer.status, lines()]).toEqual([status, []])
  expect(answer.text).not.toContain(SECRET)
})

test('a host that cannot be read is answered and leaves no line', async () => {
  const ask = await startInTest(build, 0)
  expect([(await ask('/page', { Host: `${SECRET} x` })).status, lines()]).toEqual([400, []])
})

test('a form to an address that takes none leaves no line', async () => {
  const ask = await startInTest(build, 0)
  const statuses = []
  for (const path of ['/page', '/page.data', '/resource', '/assets/x.js']) statuses.push((await ask(path, {}, 'POST')).status)
  expect([statuses, lines()]).toEqual([[405, 405, 405, 405], []])
})

test.each(['DELETE', 'PUT', 'PATCH', 'TRACE', 'OPTIONS', 'PROPFIND'])(
  '%s is refused at every address, with the methods that are allowed',
  async method => {
    const ask = await startInTest(build, 0)
    for (const path of ['/page', '/page.data', '/resource', '/health', '/assets/x.js']) {
      const { status, headers } = await ask(path, {}, method)
      expect([status, headers.allow]).toEqual([405, 'GET, HEAD, POST'])
    }
    expect(lines()).toEqual([])
  },
)

test.each(['/broken', '/broken.data', '/broken-resource'])(
  'a fault of ours at %s is logged with its kind and place, and without its message',
  async path => {
    const ask = await startInTest(build, 0)
    expect((await ask(path)).status).toBe(500)
    const [line = '', ...more] = lines()
    expect(more).toEqual([])
    expect(line.split('\n').slice(0, 2)).toEqual([
      'error: TypeError',
      expect.stringMatching(/^ {4}at (?:loader|fail|Object\.fail) ?app\/last-answer\.server\.test\.ts$/),
    ])
    expect(line).not.toContain(SECRET)
  },
)

test('an answer that breaks off is logged with its kind only', async () => {
  const ask = await startInTest(build, 0)
  await expect(ask('/broken-stream')).rejects.toThrow()
  expect(lines()).toHaveLength(1)
  expect(lines()[0]).toMatch(/^error: RangeError\n/)
})

test('an address that cannot be read gets a page in the language of the request', async () => {
  const ask = await startInTest(build, 0)
  const { headers, text } = await ask('/%zz', { 'Accept-Language': 'es' })
  expect(headers).toMatchObject({ 'cache-control': 'no-store', 'content-type': 'text/html; charset=utf-8' })
  expect(headers['content-security-policy']).toContain("default-src 'none'")
  expect(text).toContain('<html lang="es" dir="ltr">')
  expect(text).toContain('<h1>Aquí no hay ninguna página</h1>')
})

test('a form whose sender gave up leaves no line', async () => {
  let came = () => {}
  const coming = new Promise<void>(resolve => (came = resolve))
  let read = Promise.resolve('')
  const action = ({ request }: { request: Request }) => {
    read = request.text()
    came()
    return read.then(text => new Response(text))
  }
  const ask = await startInTest(buildOf({ form: { action } }), 0)
  const socket = connect(ask.port, '127.0.0.1')
  socket.write(`POST /form HTTP/1.1\r\nHost: claims.example\r\nContent-Length: 9\r\n\r\n${SECRET.slice(0, 3)}`)
  await coming
  socket.destroy()
  await expect(read).rejects.toThrow()
  expect((await ask('/health')).status).toBe(200)
  expect(lines()).toEqual([])
})

test('the log of an error contains only what we wrote ourselves', () => {
  const error = new Error(`${SECRET}\n    at home (/app/${SECRET}:1:1)\n    at work`)
  error.name = SECRET.replaceAll(/\W/g, '') + '1'
  logError(error)
  logError(SECRET)
  logError(Object.assign(new Error(), { stack: undefined }), 'unhandled rejection')
  expect(lines()).toEqual([expect.stringMatching(/^error: Error\n/), 'error: not an Error object', 'unhandled rejection: Error'])
  expect(lines().join()).not.toContain(SECRET)
})
