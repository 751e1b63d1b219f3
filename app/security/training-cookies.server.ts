import type { RequestHandler } from 'express'

const PREFIX = 'training-'

/**
 * Gives the cookies of training names of their own. A browser sends cookies to every port of a host, so without this
 * a trainer who has a real claim open on the same machine would lose it to an invented one.
 */
export const trainingCookies: RequestHandler = (request, response, next) => {
  request.headers.cookie = (request.headers.cookie ?? '')
    .split(';')
    .map(part => part.trim())
    .filter(part => part.startsWith(PREFIX))
    .map(part => part.slice(PREFIX.length))
    .join('; ')
  const setHeader = response.setHeader.bind(response)
  response.setHeader = (name, value) => setHeader(name, name.toLowerCase() === 'set-cookie' ? [value].flat().map(named) : value)
  next()
}

/** With each further cookie, Express passes in those that were set before, so a name may have its prefix already. */
const named = (cookie: unknown) => (String(cookie).startsWith(PREFIX) ? String(cookie) : PREFIX + String(cookie))
