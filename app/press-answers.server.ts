import type { RequestHandler } from 'express'
import { LEADS_TO, PRESS } from './browser/press-headers.ts'

/** Statuses that lead on by GET. A form that has to be sent on as it is (307) is followed by the browser itself. */
const LEADS_ON: readonly number[] = [301, 302, 303]

/**
 * Tells a script of ours that has sent a form where the answer leads, in place of leading there. A script cannot see where it is led, and
 * would load that page for nobody before the browser loads it for the person. It stands around every answer, whoever makes it.
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
