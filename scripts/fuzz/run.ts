import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ServerBuild } from '@remix-run/node'
import { startTestPostgres } from '../testing/test-postgres.ts'
import { MARK, type Kind } from './kinds.ts'
import { isOfOutage, outageOf } from './outage.ts'
import { startPeople } from './people.ts'
import { randomOf } from './random.ts'
import { createRequestMaker, type Made } from './requests.ts'
import { send, type Answered } from './send.ts'
import { targetsOf } from './targets.ts'

/** After this many requests, people whose claim or session is gone get another one, and the health check is called. */
const RENEW_EVERY = 25

export interface Wish {
  readonly seed: number
  readonly requests: number
  /** The number of the one request to make. */
  readonly only?: number
  readonly kinds: readonly Kind[]
  /** On a PostgreSQL server of its own, which is stopped for a while in the middle. */
  readonly postgres?: boolean
  readonly tell?: (line: string) => void
}

export interface Outcome {
  /** How many requests were answered with each status, and how many were given up. */
  readonly statuses: ReadonlyMap<string, number>
  /** How often health was asked for, and answered. */
  readonly healthy: number
  /** How many were answered while the database was stopped. */
  readonly during: number
  /** Each failure, with the options that make its request again; no secrets. */
  readonly failures: readonly string[]
}

/** Starts a server on a folder of its own, sends it requests that follow from a seed, and tells what it did wrong. */
export async function fuzz({ seed, requests, only, kinds, postgres = false, tell = () => undefined }: Wish): Promise<Outcome> {
  const build = (await import(pathToFileURL(path.resolve('build/server/index.js')).href)) as ServerBuild
  const server = postgres ? await startTestPostgres() : null
  const outage = server && only === undefined ? outageOf(requests) : null
  const people = await startPeople(server?.url)
  const port = Number(new URL(people.office.origin).port)
  const failures: string[] = []
  const statuses = new Map<string, number>()
  let [healthy, read, out, during] = [0, 0, false, 0]

  const health = async () => (await fetch(`${people.office.origin}/health`)).ok
  function judge(number: number, { outgoing, who, kind }: Made, { status }: Answered): void {
    statuses.set(String(status), (statuses.get(String(status)) ?? 0) + 1)
    const written = people.office.errors().slice(read)
    read += written.length
    const silent = written === '' || (out && isOfOutage(written))
    const wrongs = [
      ...(status === 'none' || status === 500 || (status === 503 && !out) ? [`answered ${status}`] : []),
      ...(written.includes(MARK) ? ['the log holds what was sent'] : silent ? [] : [`the log: ${written.trim()}`]),
    ]
    if (out) during += 1
    if (wrongs.length === 0) return
    const failure = `--seed ${seed} --only ${number}: ${outgoing.method} ${outgoing.path.slice(0, 80)}, ${kind}, ${who}: ${wrongs.join('; ')}`
    failures.push(failure)
    tell(failure)
  }

  try {
    const maker = await createRequestMaker(people, targetsOf(build))
    const numbers = only === undefined ? Array.from({ length: requests }, (_, number) => number) : [only]
    for (const number of numbers) {
      if (number === outage?.from) {
        server?.crash()
        out = true
      }
      if (number === outage?.to) {
        await server?.restart()
        out = false
      }
      if (number % RENEW_EVERY === 0 && !out) await people.renew()
      const made = await maker.make(randomOf(seed, number), kinds)
      const [answered, well] = await Promise.all([send(port, made.outgoing), number % RENEW_EVERY === 0 ? health() : true])
      if (!well) failures.push(`health did not answer beside request ${number}`)
      if (number % RENEW_EVERY === 0 && well) healthy += 1
      judge(number, made, answered)
    }
  } finally {
    await people.close()
    server?.stop()
  }
  // The server may log its last error after the answer.
  if (people.office.errors().length > read) failures.push(`--seed ${seed}: the log goes on after the last request`)
  return { statuses, healthy, during, failures }
}
