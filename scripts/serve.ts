import type { ServerBuild } from '@remix-run/node'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

// React and Remix choose their production code when they are first loaded, so this comes before them.
process.env.NODE_ENV ??= 'production'

const { createWebServer } = await import('#app/express.server.ts')
const { createServices } = await import('#app/services.server.ts')
const { openStore } = await import('#app/data/store.server.ts')
const { readSettings } = await import('#app/settings.server.ts')

/** Starts the app: settings, data folder, web server; ends in order on SIGINT and SIGTERM. */
async function serve(): Promise<void> {
  const settings = readSettings(process.env)
  const store = await openStore(settings)
  const build = (await import(pathToFileURL(path.resolve('build/server/index.js')).href)) as ServerBuild
  const server = createWebServer(build, createServices(settings, store), settings.trustedProxies).listen(
    settings.port,
    settings.host,
    () => console.log(`Open http://${settings.host === '127.0.0.1' ? 'localhost' : settings.host}:${settings.port}`),
  )
  server.on('error', fail)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      server.close(() => void store.close().then(() => process.exit(0)))
      server.closeIdleConnections()
    })
  }
}

function fail(error: unknown): never {
  console.error(error instanceof Error ? error.message : String(error))
  process.exit(1)
}

serve().catch(fail)
