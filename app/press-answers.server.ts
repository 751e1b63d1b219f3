import type { RequestHandler } from 'express'
import { LEADS_TO, PRESS } from './browser/press-headers.ts'

/** Redirects that continue with GET. The browser itself follows 307, which sends the form again. */
const LEADS_ON: readonly number[] = [301, 302, 303]

/**
 * Answers a form that our script has sent with the next address, instead of a redirect. A script cannot see where a redirect leads, and it would
 * load that page once before the browser loads it again. This covers every answer of the server.
 */
export const addressesForScripts: RequestHandler = (request, response, next) => {
  if (request.get(PRESS) === undefined) return next()
  const write = response.writeHead.bind(response) as (status: number) => typeof response
  response.writeHead = (status: number) => {
    const address = response.getHeader('Location')
    if (address === undefined || !LEADS_ON.includes(status)) return write(status)
    response.removeHeader('Location')
    response.setHeader(LEADS_TO, address)
    return write(200)
  }
  next()
}
