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
export function sharesOf({
  nodes,
  samples = [],
  timeDeltas = [],
}: Pick<Profiler.Profile, 'nodes' | 'samples' | 'timeDeltas'>): ProfileShares {
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map(child => [child, id] as const)))
  const byId = new Map(nodes.map(node => [node.id, node.callFrame]))
  const placeOf = (id: number | undefined): ProfilePlace => {
    const frame = id === undefined ? undefined : byId.get(id)
    if (!frame) return 'engine'
    if (frame.functionName === '(idle)') return 'waiting'
    return placeOfFile(frame.url) ?? placeOf(parents.get(id ?? 0))
  }
  const known = new Map<number, ProfilePlace>()
  const times = Object.fromEntries(PLACES.map(place => [place, 0])) as Record<ProfilePlace, number>
  for (const [index, id] of samples.entries()) {
    const place = known.get(id) ?? placeOf(id)
    known.set(id, place)
    times[place] += Math.max(0, timeDeltas[index] ?? 0)
  }
  const whole = PLACES.reduce((sum, place) => sum + times[place], 0) || 1
  return Object.fromEntries(PLACES.map(place => [place, times[place] / whole])) as unknown as ProfileShares
}

function placeOfFile(url: string): ProfilePlace | null {
  if (/node:internal\/crypto|node:crypto/.test(url)) return 'crypto'
  if (/node_modules\/(better-sqlite3|pg|pg-[a-z-]+|postgres-[a-z-]+)\//.test(url)) return 'driver'
  if (/node_modules\/@?prisma|data\/generated|^wasm:/.test(url)) return 'prisma'
  if (/\/(app|machines|bench)\//.test(url)) return 'house'
  return url === '' ? null : 'engine'
}
