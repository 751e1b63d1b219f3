import { createRequestHandler, type AppLoadContext, type HandleDocumentRequestFunction, type ServerBuild } from '@remix-run/node'
import { COOKIE_NAMES } from '#app/security/cookies.server.ts'
import type { Services } from '#app/services.server.ts'
import { createSharedReads } from '../visit.server.ts'

type RouteModule = Partial<NonNullable<ServerBuild['routes'][string]>['module']>

/** A route of the test server: its address below its parent's, and its module. */
export interface TestRoute {
  readonly parentId?: string
  readonly path?: string
  readonly index?: true
  readonly module: RouteModule
}

/** The data that a page would be rendered from. Tests get it in place of the page. */
export interface Drawn {
  readonly data: Readonly<Record<string, unknown>>
  readonly errors: Readonly<Record<string, unknown>> | null
}

const FUTURE = { v3_fetcherPersist: true, v3_lazyRouteDiscovery: true, v3_relativeSplatPath: true, v3_singleFetch: true } as const

const draw: HandleDocumentRequestFunction = (_request, status, _headers, { staticHandlerContext: { loaderData, errors } }) =>
  Response.json({ data: loaderData, errors } satisfies Drawn, { status })

/** Answers requests of a member's browser as Remix does: an action first, then all loaders at once. It renders no page. */
export function remixOf(services: Services, routes: Readonly<Record<string, TestRoute>>) {
  const answer = createRequestHandler(
    {
      mode: 'production',
      entry: {
        module: {
          default: draw,
          handleError: () => undefined,
        },
      },
      routes: Object.fromEntries(Object.entries(routes).map(([id, route]) => [id, { id, ...route }])),
      assets: { entry: { module: '', imports: [] }, routes: {}, url: '', version: '' },
      publicPath: '/',
      assetsBuildDirectory: '',
      future: FUTURE,
      isSpaMode: false,
    } as unknown as ServerBuild,
    'production',
  )
  return (address: string, session: string, form?: Readonly<Record<string, string>>): Promise<Response> =>
    answer(
      new Request(`http://localhost${address}`, {
        headers: { Cookie: `${COOKIE_NAMES.staff}=${session}` },
        ...(form && { method: 'POST', body: new URLSearchParams(form) }),
      }),
      { services, reads: createSharedReads() } as AppLoadContext,
    )
}
