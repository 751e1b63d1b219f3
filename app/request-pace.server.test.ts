import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { endStalledBodies } from './request-pace.server.ts'

const MINUTE = 60_000
const TWO_MINUTES_WORTH = 4_096 * 120

let server: Server
let received = 0

// Only the clock of the watch stands still: sockets go on.
beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }))
afterEach(() => {
  vi.useRealTimers()
  server.closeAllConnections()
  server.close()
})

/** Reads a body to its end, then says how long it was. */
const readWhole: RequestListener = (request, response) => {
  request.on('data', (chunk: Buffer) => (received += chunk.length))
  request.on('end', () => response.end(String(received)))
  request.on('error', () => undefined)
}

/** A request whose head and body are sent by hand. */
async function begin(
  listener: RequestListener,
  length: number,
): Promise<{ socket: Socket; answer: () => string; closed: Promise<unknown> }> {
  received = 0
  server = createServer(listener)
  endStalledBodies(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  let answer = ''
  socket.setEncoding('utf8').on('data', (text: string) => (answer += text))
  socket.on('error', () => undefined)
  const asked = once(server, 'request')
  socket.write(`POST / HTTP/1.1\r\nHost: claims.example\r\nContent-Length: ${length}\r\n\r\n`)
  await asked
  return { socket, answer: () => answer, closed: once(socket, 'close') }
}

const pass = (minutes: number) => vi.advanceTimersByTime(minutes * MINUTE)

describe('a body that is sent slowly', () => {
  test('may take twenty minutes while it moves on', async () => {
    const pieces = 10
    const { socket, answer } = await begin(readWhole, pieces * TWO_MINUTES_WORTH)
    for (let piece = 1; piece <= pieces; piece++) {
      socket.write(Buffer.alloc(TWO_MINUTES_WORTH))
      await vi.waitFor(() => expect(received).toBe(piece * TWO_MINUTES_WORTH))
      pass(2)
    }
    await vi.waitFor(() => expect(answer()).toMatch(/^HTTP\/1.1 200 OK[^]*4915200$/))
  })

  test('ends with 408 where nothing comes any more', async () => {
    const { socket, answer, closed } = await begin(readWhole, 2 * TWO_MINUTES_WORTH)
    socket.write(Buffer.alloc(TWO_MINUTES_WORTH))
    await vi.waitFor(() => expect(received).toBe(TWO_MINUTES_WORTH))
    pass(2)
    expect(socket.destroyed).toBe(false)
    pass(2)
    await closed
    expect(answer()).toMatch(/^HTTP\/1.1 408 /)
  })

  test('ends with 408 where only a byte comes now and then', async () => {
    const { socket, answer, closed } = await begin(readWhole, TWO_MINUTES_WORTH)
    socket.write('x')
    await vi.waitFor(() => expect(received).toBe(1))
    pass(2)
    await closed
    expect(answer()).toMatch(/^HTTP\/1.1 408 /)
  })

  test('ends, too, where it was answered before it came', async () => {
    const { answer, closed } = await begin((_request, response) => void response.writeHead(404).end(), TWO_MINUTES_WORTH)
    await vi.waitFor(() => expect(answer()).toMatch(/^HTTP\/1.1 404 /))
    pass(2)
    await closed
    expect(answer()).not.toContain('408')
  })
})

test('an answer may take its time once the body is there', async () => {
  let answerNow = () => {}
  const slow: RequestListener = (request, response) => {
    request.resume().on('end', () => (answerNow = () => response.end('at last')))
  }
  const { socket, answer } = await begin(slow, 1)
  const before = answerNow
  socket.write('x')
  await vi.waitFor(() => expect(answerNow).not.toBe(before))
  pass(20)
  answerNow()
  await vi.waitFor(() => expect(answer()).toContain('at last'))
})

test('a head that does not end is ended by Node after a minute, and nothing else counts minutes', async () => {
  await begin(readWhole, 1)
  expect({ head: server.headersTimeout, whole: server.requestTimeout }).toEqual({ head: MINUTE, whole: 0 })
})
