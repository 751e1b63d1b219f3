import type { Request, RequestHandler } from 'express'
import { MOST_BODY_BYTES, MOST_UPLOAD_BYTES } from './form-bounds.ts'

/** Addresses that take files; whether somebody may send one there, the page itself asks before it reads. */
const TAKES_FILES = /^\/(?:claim\/evidence|work\/import|work\/cases\/\d+\/papers)(?:\.data)?$/

/** How much nobody asked for is let come after an answer, so that a browser gets to read it. */
const MOST_LET_COME_BYTES = 32 * 1024 * 1024

/** Where what is more than fits is answered, with a page or in the way of Remix's scripts. */
const TOO_MUCH_PATH = '/too-much'

/**
 * The outer bound of what any request brings, whatever its address; the page's own, smaller one is asked where its form is read.
 * What says that it is longer gets its answer without one byte of it being read, and what is still coming after an answer ends
 * the connection.
 */
export const boundedBodies: RequestHandler = (request, response, next) => {
  response.once('finish', () => {
    if (!request.complete && !(lengthOf(request) <= MOST_LET_COME_BYTES)) request.socket.destroySoon()
  })
  const most = TAKES_FILES.test(request.path) ? MOST_UPLOAD_BYTES : MOST_BODY_BYTES
  if (lengthOf(request) > most) request.url = request.originalUrl = `${TOO_MUCH_PATH}${request.path.endsWith('.data') ? '.data' : ''}`
  next()
}

/** How long a request says that its body is; not a number where it does not say. */
const lengthOf = (request: Request): number => Number(request.get('Content-Length') ?? NaN)
