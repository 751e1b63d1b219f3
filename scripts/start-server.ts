import type { ServerBuild } from '@remix-run/node'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Store } from '#app/data/store.server.ts'
import { logError } from '#app/error-log.server.ts'
import type { Purpose, Settings } from '#app/settings.server.ts'
import { sayFailure } from './command.ts'

const PURGE_EVERY_MINUTES = 60
/** The first page of a server for each purpose. */
const FIRST_PAGE: Readonly<Record<Purpose, string>> = { claims: '', training: '/training' }

/** Starts the app, and ends the process with a sentence where that fails. */
export async function startServer(purpose: Purpose): Promise<void> {
  // React and Remix choose their production code when they are first loaded, so this comes before them.
  process.env.NODE_ENV ??= 'production'
  logWhatNobodyCaught()
  await serve(purpose).catch(fail)
}

/** Seconds after which the first worker gets ready: a person who waits for the server to start again waits for a page, not for a packet. */
const WARM_UP_AFTER_SECONDS = 3

/** Seconds for answers that are on their way when the server is told to end. */
const LAST_ANSWERS_SECONDS = 10

/**
 * Settings, data folder, workers for packets, web server; ends in order on SIGINT and SIGTERM.
 * The purge runs every hour, and never during the start, so that the operator sees first what it waits for.
 */
async function serve(purpose: Purpose): Promise<void> {
  const { createWebServer } = await import('#app/express.server.ts')
  const { createRenderPool } = await import('#app/packet/render/render-pool.server.ts')
  const { createCleaner } = await import('#app/evidence/clean-process.server.ts')
  const { createOfficialForms } = await import('#app/official-form/official-forms.server.ts')
  const { endStalledBodies } = await import('#app/request-pace.server.ts')
  const { createServices } = await import('#app/services.server.ts')
  const { openStore } = await import('#app/data/store.server.ts')
  const { readSettings } = await import('#app/settings.server.ts')

  const settings = readSettings(process.env, purpose)
  const store = await openStore(settings)
  const build = (await import(pathToFileURL(path.resolve('build/server/index.js')).href)) as ServerBuild
  const packets = createRenderPool()
  const officialForms = createOfficialForms(settings)
  // Asked before the server answers anything: a database that goes away afterwards ends no server.
  const [waiting, firstOwner] = await Promise.all([store.waiting(), firstOwnerLine(settings, store)])
  const host = settings.host === '127.0.0.1' ? 'localhost' : settings.host
  const server = createWebServer(
    build,
    createServices(settings, store, { packets, cleaner: createCleaner(), officialForms }),
    settings.trustedProxies,
  ).listen(settings.port, settings.host, () => {
    console.log(`Open http://${host}:${settings.port}${FIRST_PAGE[purpose]}`)
    for (const line of waiting) console.error(line)
    if (firstOwner !== null) console.log(firstOwner)
    setInterval(() => void store.purge.run('hour').catch(tellPurgeFailed), PURGE_EVERY_MINUTES * 60_000).unref()
    setTimeout(() => void packets.warmUp().catch(end), WARM_UP_AFTER_SECONDS * 1_000).unref()
  })
  endStalledBodies(server)
  server.on('error', fail)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      server.close(() => void Promise.all([store.close(), packets.close(), officialForms.close()]).then(() => process.exit(0)))
      server.closeIdleConnections()
      // A browser that holds a connection open, or that does not read its download, does not hold up the end.
      setTimeout(() => server.closeAllConnections(), LAST_ANSWERS_SECONDS * 1_000).unref()
    })
  }
}

/** While there is no organization, a person who can read what the server prints may make the first one. The link is valid for a day. */
async function firstOwnerLine({ siteAddress }: Settings, { casework }: Store): Promise<string | null> {
  const link = await casework?.invitations.inviteFirstOwner()
  return link ? `No organization yet. To make the first one, open this once, within a day: ${siteAddress}/work/join#${link.secret}` : null
}

/** One failure is no reason to stop serving: the next hour tries again. */
function tellPurgeFailed(error: unknown): void {
  console.error(
    `What is over its time was not deleted (${error instanceof Error ? error.name : 'error'}). The next try is in ${PURGE_EVERY_MINUTES} minutes.`,
  )
}

/**
 * Logs errors that no code caught, because Node would print their messages, and addresses in its warnings. An unhandled rejection belongs
 * to one request, and the others go on; after an uncaught exception the server can rely on nothing, so it ends.
 */
function logWhatNobodyCaught(): void {
  process.noDeprecation = true
  process.on('unhandledRejection', reason => logError(reason, 'unhandled rejection'))
  process.on('uncaughtException', error => end(error, 'uncaught exception'))
}

/** Ends a server that has started. */
function end(error: unknown, what?: string): never {
  logError(error, what)
  process.exit(1)
}

/** Ends a start with a sentence that says what to do. */
function fail(error: unknown): never {
  console.error(sayFailure(error))
  process.exit(1)
}
