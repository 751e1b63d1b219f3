import type { ServerBuild } from '@remix-run/node'

/** A route of Remix's build. */
export type Route = NonNullable<ServerBuild['routes'][string]>

/** The build with every route changed by `change`. */
export const eachRoute = (build: ServerBuild, change: (route: Route) => Route): ServerBuild => ({
  ...build,
  routes: Object.fromEntries(Object.entries(build.routes).map(([id, route]) => [id, route && change(route)])),
})
