import { request } from 'node:http'
import { bodyOf, type Outgoing } from './outgoing.ts'

/** After so long without an answer a request counts as never answered. */
const LONGEST_MS = 120_000

export interface Answered {
  /** `given up` where the request hung up itself, `none` where the server did. */
  readonly status: number | 'given up' | 'none'
  readonly text: string
}

/** Sends one request on a connection of its own. */
export function send(port: number, outgoing: Outgoing): Promise<Answered> {
  const { method, path, headers, givenUp } = outgoing
  const { bytes, type } = bodyOf(outgoing)
  const withBody = method !== 'GET' && method !== 'HEAD' && method !== 'TRACE'
  const about = withBody ? { 'Content-Type': type, 'Content-Length': bytes.length + (givenUp ? 10 : 0) } : {}
  return new Promise(settle => {
    const sent = request({ host: '127.0.0.1', port, method, path, headers: { ...about, ...headers }, agent: false, timeout: LONGEST_MS })
    const broken = () => settle({ status: givenUp ? 'given up' : 'none', text: '' })
    sent.on('timeout', () => sent.destroy())
    sent.on('error', broken)
    sent.on('response', answer => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('error', broken)
      answer.on('end', () => settle({ status: answer.statusCode ?? 0, text: Buffer.concat(chunks).toString() }))
    })
    if (givenUp) sent.write(withBody ? bytes : '', () => sent.destroy())
    else sent.end(withBody ? bytes : undefined)
  })
}
