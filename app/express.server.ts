import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { constants } from 'node:zlib'
import { createRequestHandler } from '@remix-run/express'
import type { ServerBuild } from '@remix-run/node'
import compression from 'compression'
import express, { type Express } from 'express'
import expressStaticGzip from 'express-static-gzip'
import { createSharedReads } from './auth/visit.server.ts'
import { beginOfAddress, buildParts, findOfPart } from './build-parts.server.ts'
import { withDatabaseOutTold } from './database-out.server.ts'
import { lastAnswer } from './last-answer.server.tsx'
import { findPlainScripts } from './plain-scripts.server.ts'
import { addressesForScripts } from './press-answers.server.ts'
import { createReadiness } from './readiness.server.ts'
import { boundedBodies } from './security/forms/bounded-requests.server.ts'
import { doorAfterExit, neverStored, securityHeaders, withNonce } from './security/headers.server.ts'
import { forwardedByTrustedOnly, isFromThisMachine, networkOf } from './security/proxies.server.ts'
import { knownMethodsOnly, readableAddressesOnly, sameSitePostsOnly } from './security/refusals.server.ts'
import { trainingCookies } from './security/training-cookies.server.ts'
import type { Services } from './services.server.ts'
import type { Settings } from './settings.server.ts'
import { withWordsKept } from './words-kept.server.ts'

/** Quality for pages, two steps above the usual 4. A slow phone loads less, for a few more milliseconds a page. */
const BROTLI_QUALITY = 6

/**
 * The web server: static files, security headers, health pages, and Remix for all else.
 * It writes no access log, because an address together with a time can betray a person.
 */
export function createWebServer(build: ServerBuild, services: Services, trustedProxies: Settings['trustedProxies']): Express {
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', trustedProxies)
  app.use(forwardedByTrustedOnly)
  app.use(compression({ brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } } }))
  app.use(withNonce, securityHeaders, knownMethodsOnly, readableAddressesOnly)
  const client = path.resolve('build/client')
  // The build has compressed scripts and styles with the best quality.
  const assets = { immutable: true, maxAge: '1y', fallthrough: false }
  app.use('/assets', expressStaticGzip(path.join(client, 'assets'), { enableBrotli: true, index: false, serveStatic: assets }))
  const files = express.static(client, { maxAge: '1h', index: false })
  const begins = new Set(existsSync(client) ? readdirSync(client) : [])
  // A page is not looked for among the files first.
  app.use((request, response, next) => {
    if (begins.has(beginOfAddress(request.path))) files(request, response, next)
    else next()
  })
  app.use(neverStored, addressesForScripts)
  app.get('/health', (_request, response) => void response.type('text/plain').send('ok'))
  let waiting: string[] = []
  const isReady = createReadiness(async () => {
    await services.checkHealth()
    waiting = await services.waiting()
  })
  app.get('/ready', (request, response) => {
    void isReady().then(ready =>
      response
        .status(ready ? 200 : 503)
        .type('text/plain')
        // Only the operator of the server may see what it waits for.
        .send([ready ? 'ready' : 'not ready', ...(ready && isFromThisMachine(request) ? waiting : [])].join('\n')),
    )
  })
  if (services.training) app.use(trainingCookies)
  app.use(sameSitePostsOnly, doorAfterExit, boundedBodies)
  const plainScripts = findPlainScripts(path.resolve('build'))
  const handlerOf = (part: ServerBuild) =>
    createRequestHandler({
      build: part,
      mode: process.env.NODE_ENV,
      getLoadContext: (request, response) => ({
        services,
        reads: createSharedReads(),
        cspNonce: response.locals.cspNonce as string,
        plainScripts,
        clientAddress: networkOf(request.ip ?? ''),
      }),
    })
  // The inner build gives back what a person typed before the outer one answers 503.
  const whole = withDatabaseOutTold(withWordsKept(build))
  const answer = handlerOf(whole)
  const answers = new Map([...buildParts(whole)].map(([begin, part]) => [begin, handlerOf(part)]))
  // What Remix reads is `originalUrl`, which the steps before may have changed. The handler passes its own failures on to `next`.
  app.all('*', (request, response, next) => void (findOfPart(answers, request.originalUrl) ?? answer)(request, response, next))
  app.use(lastAnswer(build.assets.routes.root?.css ?? []))
  return app
}
