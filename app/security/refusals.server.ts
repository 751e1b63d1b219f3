import type { RequestHandler } from 'express'

/** A request that is refused before it reaches a page. The web server's last handler answers it. */
class Refused extends Error {
  constructor(readonly status: 400 | 403 | 405) {
    super()
    this.name = 'Refused'
  }
}

/** Methods that pages answer. */
const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST'])

/** Refuses every method that no page knows. */
export const knownMethodsOnly: RequestHandler = ({ method }, response, next) => {
  if (METHODS.has(method)) return next()
  response.set('Allow', [...METHODS].join(', '))
  next(new Refused(405))
}

/** Where Remix's scripts ask which code belongs to which address; the parameter `p` names the addresses. */
const ROUTES_PATH = '/__manifest'

/**
 * Refuses addresses and hosts that cannot be read, which Express and Remix would log or take for our faults; addresses with a character
 * that no database stores; and Remix's older way to ask for data, which no page of ours uses.
 */
export const readableAddressesOnly: RequestHandler = (request, _response, next) => {
  const address = addressOf(request.get('Host'), request.originalUrl)
  const paths = address ? [address.pathname, ...(address.pathname === ROUTES_PATH ? address.searchParams.getAll('p') : [])] : []
  next(
    address && !/%00/.test(address.search) && paths.every(isReadable) && !address.searchParams.has('_data') ? undefined : new Refused(400),
  )
}

function addressOf(host: string | undefined, target: string): URL | null {
  const text = `http://${host || 'localhost'}${target}`
  return target.startsWith('/') && URL.canParse(text) ? new URL(text) : null
}

function isReadable(path: string): boolean {
  try {
    return !decodeURIComponent(path).includes('\0')
  } catch {
    return false
  }
}

const FROM_HERE: ReadonlySet<string> = new Set(['same-origin', 'none'])

/**
 * Refuses posts that another site sent, to pages and to all other addresses. Browsers say where a form comes from in `Sec-Fetch-Site` (all
 * since 2023) and in `Origin` (since 2019), and what they say has to be this site. A post with neither header is let through, because old
 * phones send such posts. If another site makes an old phone send one, it comes without our cookies where the browser knows `SameSite`.
 */
export const sameSitePostsOnly: RequestHandler = (request, _response, next) => {
  if (request.method === 'POST') {
    const from = request.get('Sec-Fetch-Site')
    const origin = request.get('Origin')
    if (from !== undefined && !FROM_HERE.has(from)) return next(new Refused(403))
    if (origin !== undefined && !isOwnOrigin(origin, request.protocol, request.get('Host'))) return next(new Refused(403))
  }
  // Otherwise Remix would judge the origin again, for pages only and as a fault of ours.
  delete request.headers.origin
  next()
}

/** Whether an origin is this site's. Behind an untrusted proxy, https at the browser is http here. */
function isOwnOrigin(origin: string, protocol: string, host = ''): boolean {
  return [`${protocol}://${host}`, `https://${host}`].some(own => URL.canParse(own) && new URL(own).origin === origin)
}
