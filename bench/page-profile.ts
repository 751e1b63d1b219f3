import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import type { Profiler } from 'node:inspector'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { timesBy, type Frame } from './profile.ts'

/** Where the time of a page goes, and how its functions are known: by their file, or by the name of what has none. */
const PLACES = {
  waiting: /^\(idle\)$/,
  collector: /^\(garbage collector\)$/,
  drawing: /node_modules\/(?:react|react-dom)\//,
  sentences: /node_modules\/(?:i18next|react-i18next|use-sync-external-store)\//,
  'keys and seals': /node:internal\/crypto|node:crypto/,
  database: /node_modules\/(?:@prisma|better-sqlite3|pg|pg-[a-z-]+)\/|data\/generated|^wasm:/,
  'answers: schemas, charts': /node_modules\/(?:zod|xstate)\//,
  'Remix and its router': /node_modules\/(?:@remix-run|react-router|react-router-dom|turbo-stream)\//,
  'Express, headers': /node_modules\//,
  'our own code': /\/build\/(?:server|programs)\//,
  'Node: network, streams, requests': /^node:/,
}
type Place = keyof typeof PLACES | 'the rest'

/** Share (0 to 1) of the busy time for each place, and the whole busy time in milliseconds. */
export interface PageProfile {
  readonly busyMs: number
  readonly shares: Readonly<Record<string, number>>
}

/** The folder into which a server that was started with the options writes its profile when it ends. */
export function profileFolder() {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-profile-'))
  return {
    options: ['--cpu-prof', `--cpu-prof-dir=${folder}`],
    /** The profile of the last seconds before the end; deletes the folder. The longest one is the server's, others are its workers'. */
    read: (seconds: number): PageProfile => {
      const texts = readdirSync(folder).map(file => readFileSync(path.join(folder, file), 'utf8'))
      rmSync(folder, { recursive: true })
      const [longest = ''] = texts.sort((a, b) => b.length - a.length)
      return pageProfileOf(lastSeconds(JSON.parse(longest) as Profiler.Profile, seconds))
    },
  }
}

/** The samples of the last seconds of a profile. */
export function lastSeconds({ samples = [], timeDeltas = [], ...profile }: Profiler.Profile, seconds: number): Profiler.Profile {
  let first = samples.length
  for (let left = seconds * 1_000_000; first > 0 && left > 0; first -= 1) left -= timeDeltas[first - 1] ?? 0
  return { ...profile, samples: samples.slice(first), timeDeltas: timeDeltas.slice(first) }
}

export function pageProfileOf(profile: Profiler.Profile): PageProfile {
  const busy = Object.entries(timesBy<Place>(profile, placeOf, 'the rest')).filter(([place]) => place !== 'waiting')
  const whole = busy.reduce((sum, [, time]) => sum + time, 0)
  return { busyMs: whole / 1_000, shares: Object.fromEntries(busy.map(([place, time]) => [place, time / whole])) }
}

function placeOf({ functionName, url }: Frame): Place | null {
  const name = url === '' ? functionName : url
  const places = Object.keys(PLACES) as (keyof typeof PLACES)[]
  return places.find(place => PLACES[place].test(name)) ?? null
}
