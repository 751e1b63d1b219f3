import { once } from 'node:events'
import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ServerBuild } from '@remix-run/node'
import { afterEach } from 'vitest'
import { handleError } from '../entry.server.tsx'
import { createWebServer } from '../express.server.ts'
import type { Services } from '../services.server.ts'

/** Route modules by path, which is one word. A module without `default` is no page. */
type RouteModules = Readonly<Record<string, object>>

/** A build with these routes and the app's own error handling. Each page is the word `page`. */
export const buildOf = (modules: RouteModules) =>
  ({
    entry: { module: { default: (_request: Request, status: number) => new Response('page', { status }), handleError } },
    routes: Object.fromEntries(Object.entries(modules).map(([id, module]) => [id, { id, path: id, module }])),
    assets: { entry: { imports: [], module: '' }, routes: {}, url: '', version: '1' },
    publicPath: '/',
    assetsBuildDirectory: '',
    future: { v3_singleFetch: true, v3_lazyRouteDiscovery: true },
    isSpaMode: false,
  }) as unknown as ServerBuild

/** What a server answered. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly text: string
  readonly milliseconds: number
}

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

/** Starts the web server. Returns a function that sends requests as a peer at 127.0.0.1 does, and that has the server's port. */
export async function startInTest(
  build: ServerBuild,
  trustedProxies: number | string[],
  checkHealth: () => Promise<void> = () => Promise.resolve(),
  waiting: readonly string[] = [],
) {
  const services = { checkHealth, waiting: () => Promise.resolve(waiting), training: null } as unknown as Services
  const server = createServer(createWebServer(build, services, trustedProxies)).listen(0, '127.0.0.1')
  servers.push(server)
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const ask = (path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET') =>
    new Promise<Answer>((resolve, reject) => {
      const started = performance.now()
      request({ host: '127.0.0.1', port, path, method, headers: { Host: 'claims.example', ...headers }, agent: false }, response => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (chunk: string) => (text += chunk))
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text, milliseconds: performance.now() - started }),
        )
      })
        .on('error', reject)
        .end()
    })
  return Object.assign(ask, { port })
}
