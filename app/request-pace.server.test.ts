import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { endStalledBodies } from './request-pace.server.ts'

const MINUTE = 60_000
const TWO_MINUTES_WORTH = 4_096 * 120

let server: Server
let received = 0

// Only the interval of the watch uses a fake clock; sockets work as usual.
beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }))
afterEach(() => {
  vi.useRealTimers()
  server.closeAllConnections()
  server.close()
})

/** Reads a body to its end, then answers with its length. */
const readWhole: RequestListener = (request, response) => {
  request.on('data', (chunk: Buffer) => (received += chunk.length))
  request.on('end', () => response.end(String(received)))
  request.on('error', () => undefined)
}

/** Begins a request by writing to its socket. */
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
  test('may take twenty minutes while it makes progress', async () => {
    const pieces = 10
    const { socket, answer } = await begin(readWhole, pieces * TWO_MINUTES_WORTH)
    for (let piece = 1; piece <= pieces; piece++) {
      socket.write(Buffer.alloc(TWO_MINUTES_WORTH))
      await vi.waitFor(() => expect(received).toBe(piece * TWO_MINUTES_WORTH))
      pass(2)
    }
    await vi.waitFor(() => expect(answer()).toMatch(/^HTTP\/1.1 200 OK[^]*4915200$/))
  })

  test('ends with 408 if nothing more arrives', async () => {
    const { socket, answer, closed } = await begin(readWhole, 2 * TWO_MINUTES_WORTH)
    socket.write(Buffer.alloc(TWO_MINUTES_WORTH))
    await vi.waitFor(() => expect(received).toBe(TWO_MINUTES_WORTH))
    pass(2)
    expect(socket.destroyed).toBe(false)
    pass(2)
    await closed
    expect(answer()).toMatch(/^HTTP\/1.1 408 /)
  })

  test('ends with 408 if only a byte arrives now and then', async () => {
    const { socket, answer, closed } = await begin(readWhole, TWO_MINUTES_WORTH)
    socket.write('x')
    await vi.waitFor(() => expect(received).toBe(1))
    pass(2)
    await closed
    expect(answer()).toMatch(/^HTTP\/1.1 408 /)
  })

  test('also ends if the request was answered before the body arrived', async () => {
    const { answer, closed } = await begin((_request, response) => void response.writeHead(404).end(), TWO_MINUTES_WORTH)
    await vi.waitFor(() => expect(answer()).toMatch(/^HTTP\/1.1 404 /))
    pass(2)
    await closed
    expect(answer()).not.toContain('408')
  })
})

test('an answer may take twenty minutes once the body has arrived', async () => {
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

test('Node ends a head that does not end after a minute, and no other limit of Node counts time', async () => {
  await begin(readWhole, 1)
  expect({ head: server.headersTimeout, whole: server.requestTimeout }).toEqual({ head: MINUTE, whole: 0 })
})
