import { isIP, isIPv4 } from 'node:net'
import type { Request, RequestHandler } from 'express'

/** Headers with which a proxy says whose request it passes on. */
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-forwarded-proto', 'x-forwarded-port']

/**
 * Removes the headers that only a trusted proxy may send, so that no later handler sees a forged one. Remix reads the port of
 * `X-Forwarded-Host` without asking whom Express trusts. The host is taken from `Host`, which a proxy passes on as it came, so
 * `X-Forwarded-Host` is removed whoever sends it.
 */
export const forwardedByTrustedOnly: RequestHandler = (request, _response, next) => {
  const trusts = request.app.get('trust proxy fn') as (address: string, distance: number) => boolean
  delete request.headers['x-forwarded-host']
  if (!trusts(request.socket.remoteAddress ?? '', 0)) for (const name of FORWARDED) delete request.headers[name]
  next()
}

/**
 * Whether a request was made on this machine itself. A request that a local proxy passes on carries headers that say whose it is, so it was
 * made elsewhere. The headers are read as they came, since {@link forwardedByTrustedOnly} removes some.
 */
export function isFromThisMachine({ socket, rawHeaders }: Pick<Request, 'socket' | 'rawHeaders'>): boolean {
  const passedOn = rawHeaders.some((name, index) => index % 2 === 0 && /^(forwarded|via|x-forwarded-.*|x-real-ip)$/i.test(name))
  return !passedOn && ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(socket.remoteAddress ?? '')
}

/** All callers whose address cannot be read count together, so that a strange address does not evade the count. */
export const UNKNOWN_NETWORK = 'unknown'

/**
 * The network under which tries are counted: one IPv4 address, or the first 64 bits of an IPv6 address, because the holder of one such
 * address has 2^64 of them (RFC 4291, section 2.5.4; RFC 6177).
 * @param address as a socket or a proxy names it
 */
export function networkOf(address: string): string {
  const bare = address.replace(/%.*$/, '')
  if (isIPv4(bare)) return bare
  if (!isIP(bare)) return UNKNOWN_NETWORK
  const groups = groupsOf(bare)
  const [sixth = 0, seventh = 0, eighth = 0] = groups.slice(5)
  // An IPv4 address, as a socket for both versions writes it.
  if (sixth === 0xffff && groups.slice(0, 5).every(group => group === 0))
    return [seventh >> 8, seventh & 0xff, eighth >> 8, eighth & 0xff].join('.')
  return `${groups
    .slice(0, 4)
    .map(group => group.toString(16))
    .join(':')}::/64`
}

/** The eight groups of an IPv6 address. `URL` writes each address in the same way, with one `::` at most and no dots. */
function groupsOf(address: string): number[] {
  const [before = [], after] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::').map(numbersOf)
  if (after === undefined) return [...before]
  return [...before, ...Array.from({ length: 8 - before.length - after.length }, () => 0), ...after]
}

const numbersOf = (part: string): number[] => (part === '' ? [] : part.split(':').map(group => Number.parseInt(group, 16)))
