import { createServer, request, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'

/** A form as a browser sent it. */
export interface SentForm {
  readonly address: string
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

export interface Answer {
  readonly status: number
  readonly location: string | null
  readonly text: string
}

/** A proxy between a browser and a server that keeps every form. The browser itself does not give the bytes of a sent file. */
export interface Recorder {
  readonly origin: string
  readonly sent: readonly SentForm[]
  /** Runs a function, and keeps the forms that are sent meanwhile without passing them on. */
  readonly hold: (work: () => Promise<unknown>) => Promise<void>
  /** Sends a form to the server again with the same bytes, but with another value of this cookie or without the cookie. */
  readonly again: (form: SentForm, cookie: { readonly name: string; readonly value: string | null }) => Promise<Answer>
  readonly close: () => Promise<void>
}

const bodyOf = async (message: IncomingMessage): Promise<Buffer> => Buffer.concat((await message.toArray()) as Buffer[])

/** The text of an answer, unpacked if needed, because the browser's headers accept packed answers. */
async function textOf(answer: IncomingMessage): Promise<string> {
  const body = await bodyOf(answer)
  switch (body.length === 0 ? undefined : answer.headers['content-encoding']) {
    case undefined:
      return body.toString()
    case 'gzip':
      return gunzipSync(body).toString()
    case 'br':
      return brotliDecompressSync(body).toString()
    default:
      throw new Error(`packed as ${answer.headers['content-encoding']}`)
  }
}

export async function startRecorder(target: string): Promise<Recorder> {
  const { port } = new URL(target)
  const sent: SentForm[] = []
  let holds = false

  async function send(method: string, address: string, headers: IncomingHttpHeaders, body: Buffer): Promise<IncomingMessage> {
    const outgoing = request({ host: '127.0.0.1', port, method, path: address, headers })
    outgoing.end(body)
    const [answer] = (await once(outgoing, 'response')) as [IncomingMessage]
    return answer
  }

  const server = createServer((incoming, outgoing) => {
    void (async () => {
      const { method = '', url = '', headers } = incoming
      const body = await bodyOf(incoming)
      if (method === 'POST') sent.push({ address: url, headers, body })
      if (method === 'POST' && holds) return outgoing.writeHead(204).end()
      const answer = await send(method, url, headers, body)
      outgoing.writeHead(answer.statusCode ?? 500, answer.rawHeaders)
      answer.pipe(outgoing)
      return outgoing
    })().catch(() => outgoing.destroy())
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')

  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    sent,
    hold: async work => {
      const before = sent.length
      holds = true
      await work()
      for (let tries = 0; sent.length === before && tries < 200; tries++) await new Promise(resolve => setTimeout(resolve, 50))
      holds = false
      if (sent.length !== before + 1) throw new Error(`${sent.length - before} forms were sent, not one`)
    },
    again: async ({ address, headers, body }, { name, value }) => {
      const others = (headers.cookie ?? '').split('; ').filter(part => part !== '' && !part.startsWith(`${name}=`))
      const cookies = [...others, ...(value === null ? [] : [`${name}=${value}`])]
      const changed: IncomingHttpHeaders = { ...headers, cookie: cookies.join('; ') }
      if (cookies.length === 0) delete changed.cookie
      const answer = await send('POST', address, changed, body)
      return { status: answer.statusCode ?? 0, location: answer.headers.location ?? null, text: await textOf(answer) }
    },
    close: async () => {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}
