import type { ServerBuild } from '@remix-run/node'

/** A gap of a path: it stands for more than one text. */
const GAP = /^[:*]/
/** How many steps of an address choose its part. */
const STEPS = 2

/**
 * Parts of a build by what an address begins with: `claim`, and `claim/q` of `/claim/q/story`; the first page's part has an empty name. Remix
 * goes through every route of its build several times for each page. A part holds all routes that an address which begins so can mean, so it
 * gives the same answer sooner.
 */
export function buildParts(build: ServerBuild): ReadonlyMap<string, ServerBuild> {
  const begins = new Map(Object.keys(build.routes).map(id => [id, beginOf(build.routes, id)]))
  const names = new Set(['', ...[...begins.values()].flatMap(begin => begin.map((_, step) => begin.slice(0, step + 1).join('/')))])
  return new Map(
    [...names].map(name => {
      const steps = name.split('/')
      const isIn = ([id]: [string, unknown]) => begins.get(id)?.every((step, place) => (steps[place] ?? step) === step) ?? false
      const only = <Each>(routes: Record<string, Each>) => Object.fromEntries(Object.entries(routes).filter(isIn))
      return [name, { ...build, routes: only(build.routes), assets: { ...build.assets, routes: only(build.assets.routes) } }]
    }),
  )
}

/** The first steps of a route's path, up to a gap. None where its addresses may begin in any way: the root, a path that begins with a gap. */
function beginOf(routes: ServerBuild['routes'], id: string): readonly string[] {
  const steps = pathOf(routes, id)
  const gap = steps.findIndex(step => GAP.test(step))
  return steps.slice(0, gap === -1 ? STEPS : Math.min(gap, STEPS))
}

/** The steps of a route's whole path, with those of the routes that it lies in. */
function pathOf(routes: ServerBuild['routes'], id: string): readonly string[] {
  const { parentId, path = '' } = routes[id] ?? {}
  return [...(parentId === undefined ? [] : pathOf(routes, parentId)), ...path.split('/').filter(step => step !== '')]
}

/** What belongs to the part of an address; `undefined` where its build has no part for it. */
export function findOfPart<Each>(parts: ReadonlyMap<string, Each>, address: string): Each | undefined {
  const steps = stepsOf(address)
  const [first = ''] = steps
  // Where the first step is empty and another one follows, the address is not that of the first page.
  return parts.get(steps.join('/')) ?? (first === '' ? undefined : parts.get(first))
}

/** The first step of an address. */
export const beginOfAddress = (address: string): string => stepsOf(address)[0] ?? ''

const stepsOf = (address: string) => (/^\/([^?]*)/.exec(address)?.[1] ?? '').split('/', STEPS)
