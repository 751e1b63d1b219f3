import { Agent, request, type IncomingHttpHeaders } from 'node:http'
import { COOKIE_NAMES } from '#app/security/cookies.server.ts'

/** Finds the field in which a question page says from which answer its form was made. */
export const FORM_MADE_FROM = /name="seen" value="([^"]*)"/

/** One person's browser, with one connection that stays open and the cookie of one claim. */
export interface Visitor {
  /** Opens the page. The answer has the milliseconds until its last byte. */
  readonly open: (path: string) => Promise<Answered>
  /** Sends a form. */
  readonly post: (path: string, form: Readonly<Record<string, string>>) => Promise<Answered>
  readonly leave: () => void
}

interface Answered {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
  readonly milliseconds: number
}

export function createVisitor(port: number, session: string): Visitor {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const Cookie = `${COOKIE_NAMES.draft}=${session}`
  const send = (method: 'GET' | 'POST', path: string, body?: string): Promise<Answered> =>
    new Promise<Answered>((settle, fail) => {
      const started = performance.now()
      const headers = {
        Cookie,
        ...(body !== undefined && { 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': Buffer.byteLength(body) }),
      }
      const sent = request({ host: '127.0.0.1', port, path, method, agent, headers }, response => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('error', fail)
        response.on('end', () => {
          const milliseconds = performance.now() - started
          settle({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(chunks).toString('utf8'),
            milliseconds,
          })
        })
      })
      // When the server has just closed the kept connection, the request is sent again on a new one, as browsers do.
      sent.on('error', (error: NodeJS.ErrnoException) => {
        if (sent.reusedSocket && error.code === 'ECONNRESET') void send(method, path, body).then(settle, fail)
        else fail(error)
      })
      sent.end(body)
    })
  return {
    open: path => send('GET', path),
    post: (path, form) => send('POST', path, new URLSearchParams(form).toString()),
    leave: () => agent.destroy(),
  }
}
