import type { LoaderFunctionArgs, ServerBuild } from '@remix-run/node'
import { isDatabaseOut } from './database-trouble.server.ts'
import { logError } from './error-log.server.ts'

type Route = NonNullable<ServerBuild['routes'][string]>

/**
 * The build, changed so that a loader or an action that fails because the database cannot be used for now answers 503, "not at the
 * moment". Every other error stays a fault of the program, 500.
 */
export function withDatabaseOutTold(build: ServerBuild): ServerBuild {
  const routes = Object.entries(build.routes).map(([id, route]) => [id, route && telling(route)] as const)
  return { ...build, routes: Object.fromEntries(routes) }
}

function telling(route: Route): Route {
  const { loader, action } = route.module
  return { ...route, module: { ...route.module, ...(loader && { loader: told(loader) }), ...(action && { action: told(action) }) } }
}

const told =
  <Args extends LoaderFunctionArgs, Result>(work: (args: Args) => Result) =>
  async (args: Args): Promise<Awaited<Result>> => {
    try {
      return await work(args)
    } catch (error) {
      if (!isDatabaseOut(error)) throw error
      if (!args.request.signal.aborted) logError(error)
      // A response that was thrown is an answer, and it is not logged.
      throw new Response(null, { status: 503 })
    }
  }
