import type { LoaderFunctionArgs, ServerBuild } from '@remix-run/node'
import { isDatabaseOut } from './database-trouble.server.ts'
import { eachRoute, type Route } from './each-route.server.ts'
import { logError } from './error-log.server.ts'

/**
 * The build, changed so that a loader or an action that fails because the database cannot be used for now answers 503, "not at the
 * moment". Every other error stays a fault of the program, 500.
 */
export const withDatabaseOutTold = (build: ServerBuild): ServerBuild => eachRoute(build, telling)

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
