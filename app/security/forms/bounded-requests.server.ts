import type { Request, RequestHandler } from 'express'
import { MOST_BODY_BYTES, MOST_UPLOAD_BYTES } from './form-bounds.ts'

/** Addresses that take files. The page itself asks whether the sender may send one, before it reads the file. */
const TAKES_FILES = /^\/(?:claim\/evidence|work\/import|work\/cases\/\d+\/papers)(?:\.data)?$/

/** Bytes of an unread body that may still come after the answer, so that the browser gets to read the answer. */
const MOST_LET_COME_BYTES = 32 * 1024 * 1024

/** Address that answers a body that is too large, with a page or with data for Remix's scripts. */
const TOO_MUCH_PATH = '/too-much'

/**
 * The outer bound of the body of any request, whatever its address. A page asks for its own, smaller bound where it reads its form.
 * A request that says it is longer is answered before one byte of it is read. A body that goes on coming after the answer ends the
 * connection.
 */
export const boundedBodies: RequestHandler = (request, response, next) => {
  response.once('finish', () => {
    if (!request.complete && !(lengthOf(request) <= MOST_LET_COME_BYTES)) request.socket.destroySoon()
  })
  const most = TAKES_FILES.test(request.path) ? MOST_UPLOAD_BYTES : MOST_BODY_BYTES
  if (lengthOf(request) > most) request.url = request.originalUrl = `${TOO_MUCH_PATH}${request.path.endsWith('.data') ? '.data' : ''}`
  next()
}

/** Length of the body as the request states it; NaN where it states none. */
const lengthOf = (request: Request): number => Number(request.get('Content-Length') ?? NaN)
