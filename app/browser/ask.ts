/**
 * Sends a request to our own server.
 * @param patience milliseconds after which the request is given up
 */
export function ask(address: string, init: RequestInit, patience: number): Promise<Response> {
  const limit = new AbortController()
  window.setTimeout(() => limit.abort(), patience)
  return fetch(address, { ...init, signal: limit.signal, credentials: 'same-origin' })
}

/** Sends a POST request, as `ask` does. */
export const post = (address: string, init: RequestInit, patience: number): Promise<Response> =>
  ask(address, { ...init, method: 'POST' }, patience)
