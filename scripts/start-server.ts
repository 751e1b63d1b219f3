import type { ServerBuild } from '@remix-run/node'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Purpose } from '#app/data/purpose.server.ts'

const PURGE_EVERY_MINUTES = 60
/** The first page of a server for each purpose. */
const FIRST_PAGE: Readonly<Record<Purpose, string>> = { claims: '', training: '/training' }

/** Starts the app, and ends the process with a sentence where that fails. */
export async function startServer(purpose: Purpose): Promise<void> {
  // React and Remix choose their production code when they are first loaded, so this comes before them.
  process.env.NODE_ENV ??= 'production'
  await serve(purpose).catch(fail)
}

/**
 * Settings, data folder, workers for packets, web server; ends in order on SIGINT and SIGTERM.
 * What is over its time is deleted at the start and every hour after.
 */
async function serve(purpose: Purpose): Promise<void> {
  const { createWebServer } = await import('#app/express.server.ts')
  const { createRenderPool } = await import('#app/packet/render-pool.server.ts')
  const { createServices } = await import('#app/services.server.ts')
  const { openStore } = await import('#app/data/store.server.ts')
  const { readSettings } = await import('#app/settings.server.ts')

  const settings = readSettings(process.env, purpose)
  const store = await openStore(settings)
  const build = (await import(pathToFileURL(path.resolve('build/server/index.js')).href)) as ServerBuild
  const packets = createRenderPool()
  packets.warmUp().catch(fail)
  await store.drafts.purgeExpired()
  setInterval(() => void store.drafts.purgeExpired().catch(tellPurgeFailed), PURGE_EVERY_MINUTES * 60_000).unref()
  const host = settings.host === '127.0.0.1' ? 'localhost' : settings.host
  const server = createWebServer(build, createServices(settings, store, packets), settings.trustedProxies).listen(
    settings.port,
    settings.host,
    () => console.log(`Open http://${host}:${settings.port}${FIRST_PAGE[purpose]}`),
  )
  server.on('error', fail)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      server.close(() => void Promise.all([store.close(), packets.close()]).then(() => process.exit(0)))
      server.closeIdleConnections()
    })
  }
}

/** One failure is no reason to stop serving: the next hour tries again. */
function tellPurgeFailed(error: unknown): void {
  console.error(`What is over its time was not deleted (${error instanceof Error ? error.name : 'error'}). The next try is in ${PURGE_EVERY_MINUTES} minutes.`)
}

function fail(error: unknown): never {
  console.error(error instanceof Error ? error.message : String(error))
  process.exit(1)
}
