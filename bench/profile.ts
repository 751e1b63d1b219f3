import { Session, type Profiler } from 'node:inspector'
import { promisify } from 'node:util'

/**
 * Where a program's time goes. `waiting`: the program has nothing to do until others answer, a database server among them. SQLite runs
 * inside its caller, so most of it counts as `prisma`; `driver` is the JavaScript between the two.
 */
export const PLACES = ['waiting', 'driver', 'prisma', 'crypto', 'house', 'engine'] as const
export type ProfilePlace = (typeof PLACES)[number]
/** Share (0 to 1) of the time for each place; they add up to 1. */
export type ProfileShares = Readonly<Record<ProfilePlace, number>>

/** Does some work under the profiler of Node. */
export async function profileOf(work: () => Promise<void>): Promise<ProfileShares> {
  const session = new Session()
  session.connect()
  const post = promisify(session.post.bind(session) as (method: string, done: (error: Error | null, result: unknown) => void) => void)
  await post('Profiler.enable')
  await post('Profiler.start')
  await work()
  const { profile } = (await post('Profiler.stop')) as Profiler.StopReturnType
  session.disconnect()
  return sharesOf(profile)
}

/** Each sample belongs to the innermost function whose file is known: native code belongs to its caller. */
export function sharesOf(profile: Samples): ProfileShares {
  const placeOf = ({ functionName, url }: Frame) => (functionName === '(idle)' ? 'waiting' : placeOfFile(url))
  const times = timesBy<ProfilePlace>(profile, placeOf, 'engine')
  const whole = Object.values(times).reduce((sum, time) => sum + time, 0) || 1
  return Object.fromEntries(PLACES.map(place => [place, (times[place] ?? 0) / whole])) as unknown as ProfileShares
}

/** What the times of a profile are counted from. */
type Samples = Pick<Profiler.Profile, 'nodes' | 'samples' | 'timeDeltas'>
/** A function of a profile. */
export type Frame = Pick<Profiler.Profile['nodes'][number]['callFrame'], 'functionName' | 'url'>

/**
 * Microseconds by place. Each sample belongs to the innermost function whose place is known.
 * @param rest where the others belong
 */
export function timesBy<Place extends string>(
  { nodes, samples = [], timeDeltas = [] }: Samples,
  placeOf: (frame: Frame) => Place | null,
  rest: Place,
): Partial<Record<Place, number>> {
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map(child => [child, id] as const)))
  const frames = new Map(nodes.map(node => [node.id, node.callFrame]))
  const known = new Map<number, Place>()
  const find = (id: number | undefined): Place => {
    const frame = id === undefined ? undefined : frames.get(id)
    return id === undefined || !frame ? rest : (known.get(id) ?? placeOf(frame) ?? find(parents.get(id)))
  }
  const times: Partial<Record<Place, number>> = {}
  for (const [index, id] of samples.entries()) {
    const place = find(id)
    known.set(id, place)
    times[place] = (times[place] ?? 0) + Math.max(0, timeDeltas[index] ?? 0)
  }
  return times
}

function placeOfFile(url: string): ProfilePlace | null {
  if (/node:internal\/crypto|node:crypto/.test(url)) return 'crypto'
  if (/node_modules\/(better-sqlite3|pg|pg-[a-z-]+|postgres-[a-z-]+)\//.test(url)) return 'driver'
  if (/node_modules\/@?prisma|data\/generated|^wasm:/.test(url)) return 'prisma'
  if (/\/(app|machines|bench)\//.test(url)) return 'house'
  return url === '' ? null : 'engine'
}
