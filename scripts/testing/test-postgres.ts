import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { chownSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import { postgresPlace } from '#app/data/engine/postgres.server.ts'
import { freePort } from './free-port.ts'

/** Where Debian puts PostgreSQL's programs, a folder for each version. */
export const POSTGRES_FOLDER = '/usr/lib/postgresql'
const READY_TRIES = 100
const READY_PAUSE_MS = 100

/** A server that never waits for the disk is quick. A power cut may lose its data, which tests do not need after it. */
const WITHOUT_DISK = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']
const TEMPLATE = 'migrated'

/** A PostgreSQL server for the tests alone. */
export interface TestPostgres {
  readonly url: string
  /** Folder of its files. */
  readonly data: string
  readonly stop: () => void
  /** Ends the server at once, as a crash does, and keeps its files. */
  readonly crash: () => void
  /** Starts it again after a {@link TestPostgres.crash}; resolves once it answers. */
  readonly restart: () => Promise<void>
}

/**
 * Starts a PostgreSQL server on a free port of this machine, with its files in a new folder that is deleted when it stops. It refuses to
 * run as root, so root starts it as its package's own user.
 * @param waitsForDisk whether what it keeps would outlive a power cut; measurements want that, tests do not
 */
export async function startTestPostgres({ waitsForDisk = false } = {}): Promise<TestPostgres> {
  const data = mkdtempSync(path.join(tmpdir(), 'postgres-'))
  const program = (name: string) => path.join(POSTGRES_FOLDER, latestVersion(), 'bin', name)
  const run: readonly string[] = process.getuid?.() === 0 ? ['runuser', '-u', 'postgres', '--'] : ['env']
  if (run[0] === 'runuser') chownSync(data, userId('-u'), userId('-g'))
  const [starter = '', ...rest] = run
  execFileSync(
    starter,
    [...rest, program('initdb'), '-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'],
    { stdio: 'ignore' },
  )
  const port = await freePort()
  const settings = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${data}`,
    'max_connections=200',
    ...(waitsForDisk ? [] : WITHOUT_DISK),
  ]
  const start = () =>
    spawn(starter, [...rest, program('postgres'), '-D', data, ...settings.flatMap(setting => ['-c', setting])], { stdio: 'ignore' })
  let server: ChildProcess | null = start()
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`
  await untilReady(url)
  const crash = () => {
    execFileSync(starter, [...rest, program('pg_ctl'), '-D', data, '-m', 'immediate', 'stop'], { stdio: 'ignore' })
    server?.kill()
    server = null
  }
  return {
    url,
    data,
    stop: () => {
      if (server) crash()
      rmSync(data, { recursive: true, force: true })
    },
    crash,
    restart: () => {
      server = start()
      return untilReady(url)
    },
  }
}

/**
 * Makes a database with every migration applied and nothing in it; a test's own database is a copy of it.
 * @returns its name
 */
export async function makeMigratedTemplate(url: string): Promise<string> {
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query(`CREATE DATABASE ${TEMPLATE}`)
  await client.end()
  const template = new URL(url)
  template.pathname = `/${TEMPLATE}`
  await postgresPlace(template.href).migrate()
  return TEMPLATE
}

function latestVersion(): string {
  return readdirSync(POSTGRES_FOLDER).sort((a, b) => Number(b) - Number(a))[0] ?? ''
}

const userId = (which: '-u' | '-g') => Number(execFileSync('id', [which, 'postgres'], { encoding: 'utf8' }))

async function untilReady(url: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    const client = new Client({ connectionString: url })
    try {
      await client.connect()
      await client.end()
      return
    } catch (error) {
      if (tries === READY_TRIES) throw error
      await wait(READY_PAUSE_MS)
    }
  }
}
