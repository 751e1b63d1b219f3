import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { holdWriteLock } from '#app/data/testing/hold-write-lock.ts'
import { openStore } from '#app/data/store.server.ts'
import { freePort } from '#scripts/testing/free-port.ts'
import { startTestPostgres } from '#scripts/testing/test-postgres.ts'
import { startRelay } from '../e2e/relay.ts'
import { ended, listening, startScript } from '../e2e/server-process.ts'
import { createVisitor } from '../e2e/visitor.ts'
import { median, percentile } from './measure.ts'
import { withSection } from './report-sections.ts'

const ROUNDS = 100
const WARM_UP = 20
/** What 95 of 100 exits should take at most, in milliseconds, whatever the database does. */
const AIM_MS = 100

const load = () =>
  loadavg()
    .map(value => value.toFixed(1))
    .join(', ')

interface Place {
  readonly name: string
  readonly fault: string
  /** Data folder, made when the store opens. */
  readonly folder: string
  readonly databaseUrl: string | null
  /** Begins the fault; resolves with what ends it. */
  readonly begin: () => Promise<() => void | Promise<void>>
}

/** Milliseconds of exits, each out of an open claim: in ordinary times, and while the database is held. */
async function measure({ folder, databaseUrl, begin }: Place): Promise<{ ordinary: number[]; held: number[] }> {
  const settings = { dataDirectory: folder, keyFile: path.join(folder, 'master.key'), databaseUrl }
  const store = await openStore(settings)
  const sessions: string[] = []
  for (let round = 0; round < WARM_UP + 2 * ROUNDS; round += 1) {
    sessions.push((await store.drafts.create({ answers: {}, language: 'en' })).session)
  }
  await store.close()
  const port = await freePort()
  const env = { PORT: String(port), DATA_DIR: folder, KEY_FILE: settings.keyFile, ...(databaseUrl && { DATABASE_URL: databaseUrl }) }
  const server = startScript('serve', env)
  const end = ended(server)
  await listening(server)
  const leave = async (session: string) => {
    const visitor = createVisitor(port, session)
    const { status, milliseconds } = await visitor.open('/leave')
    visitor.leave()
    if (status !== 303) throw new Error(`the exit answered ${status}`)
    return milliseconds
  }
  const ordinary: number[] = []
  const held: number[] = []
  for (const session of sessions.slice(0, WARM_UP + ROUNDS)) ordinary.push(await leave(session))
  const letGo = await begin()
  for (const session of sessions.slice(-ROUNDS)) held.push(await leave(session))
  await letGo()
  server.kill()
  await end
  return { ordinary: ordinary.slice(WARM_UP), held }
}

async function rowsOf(place: Place): Promise<string[]> {
  const { ordinary, held } = await measure(place)
  const rows: readonly (readonly [string, readonly number[]])[] = [
    ['in ordinary times', ordinary],
    [place.fault, held],
  ]
  return rows.map(([when, times]) => {
    const most = percentile(times, 0.95)
    const figures = [median(times), most, Math.max(...times)].map(value => `${value.toFixed(1)} ms`)
    return `| ${place.name}, ${when} | ${figures.join(' | ')} | ${most <= AIM_MS ? 'yes' : 'no'} |`
  })
}

/** Measures the quick exit on both databases and tells it as a part of the report, in Markdown. The app is built before. */
export async function exitSpeed(): Promise<string> {
  const before = load()
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-exit-'))
  const postgres = await startTestPostgres({ waitsForDisk: true })
  const way = new URL(postgres.url)
  const port = await freePort()
  const relay = await startRelay(port, Number(way.port))
  way.port = String(port)
  const sqlite = path.join(folder, 'sqlite')
  try {
    const rows = [
      ...(await rowsOf({
        name: 'SQLite',
        fault: 'while another process holds the write lock',
        folder: sqlite,
        databaseUrl: null,
        begin: () => holdWriteLock(path.join(sqlite, 'claims.sqlite')),
      })),
      ...(await rowsOf({
        name: 'PostgreSQL',
        fault: 'while it hangs',
        folder: path.join(folder, 'postgres'),
        databaseUrl: way.href,
        begin: () => {
          relay.hang()
          return Promise.resolve(relay.goOn)
        },
      })),
    ]
    return `## The quick exit over HTTP, on this machine (${ROUNDS} exits each)

Out of an open claim, one after another, each on a connection of its own. The exit answers from the process alone; the session is ended in the
database after that.

- Command: \`npm run bench:exit -- docs/benchmarks.md\`; load (1, 5, 15 minutes) ${before} at the start, ${load()} at the end

| the database | median | 95th percentile | slowest | 95 of 100 within ${AIM_MS} ms |
|---|---|---|---|---|
${rows.join('\n')}
`
  } finally {
    relay.close()
    postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const section = await exitSpeed()
  const report = process.argv[2]
  if (report === undefined) console.log(section)
  else writeFileSync(report, withSection(readFileSync(report, 'utf8'), section))
}
