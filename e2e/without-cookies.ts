import { once } from 'node:events'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A way to a server on which no cookie passes, in either direction: the server sees a browser that keeps none. */
export async function openWayWithoutCookies(origin: string) {
  const { hostname, port } = new URL(origin)
  const server = createServer((near, answer) => {
    const headers = Object.fromEntries(Object.entries(near.headers).filter(([name]) => name !== 'cookie'))
    near.pipe(
      request({ hostname, port, path: near.url, method: near.method, headers }, far => {
        answer.writeHead(far.statusCode ?? 500, Object.fromEntries(Object.entries(far.headers).filter(([name]) => name !== 'set-cookie')))
        far.pipe(answer)
      }),
    )
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() }
}
