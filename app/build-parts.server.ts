import type { ServerBuild } from '@remix-run/node'

const ROOT = 'root'
/** What a path may begin with, where it stands for more than one text. */
const OPEN = /^[:*]/

/**
 * Parts of a build by what an address begins with (`claim` of `/claim/q/story`). Remix goes through every route of its build several times for
 * each page. A part holds all routes that an address which begins so can mean, so it gives the same answer sooner.
 */
export function buildParts(build: ServerBuild): ReadonlyMap<string, ServerBuild> {
  const begins = new Map(Object.keys(build.routes).map(id => [id, beginOf(build.routes, id)]))
  const names = new Set([...begins.values()].filter(begin => begin !== null))
  return new Map(
    [...names].map(name => {
      const isIn = ([id]: [string, unknown]) => begins.get(id) === null || begins.get(id) === name
      const only = <Each>(routes: Record<string, Each>) => Object.fromEntries(Object.entries(routes).filter(isIn))
      return [name, { ...build, routes: only(build.routes), assets: { ...build.assets, routes: only(build.assets.routes) } }]
    }),
  )
}

/** What the addresses of a route begin with; `null` where that is not one text: the root, what has no path, a path with a gap at its start. */
function beginOf(routes: ServerBuild['routes'], id: string): string | null {
  const { parentId, path } = routes[id] ?? {}
  if (parentId !== undefined && parentId !== ROOT) return beginOf(routes, parentId)
  const [begin = ''] = path?.split('/') ?? []
  return begin === '' || OPEN.test(begin) ? null : begin
}

/** What an address begins with, as {@link buildParts} names its parts. */
export const beginOfAddress = (address: string): string => /^\/([^/?]*)/.exec(address)?.[1] ?? ''
