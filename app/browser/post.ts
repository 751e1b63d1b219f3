/**
 * Sends a POST request to our own server.
 * @param patience milliseconds after which the request is given up
 */
export function post(address: string, init: RequestInit, patience: number): Promise<Response> {
  const limit = new AbortController()
  window.setTimeout(() => limit.abort(), patience)
  return fetch(address, { ...init, method: 'POST', signal: limit.signal, credentials: 'same-origin' })
}
