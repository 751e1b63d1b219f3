/** The part of all requests during which the database is stopped. */
const PART = 20

/** The requests during which the database is stopped, in the middle of the run: from this one on, until before that one. */
export interface Outage {
  readonly from: number
  readonly to: number
}

export function outageOf(requests: number): Outage {
  const from = Math.floor(requests / 2)
  return { from, to: from + Math.ceil(requests / PART) }
}

/** What the server writes while the database is stopped: an error for each request that needed it, and nothing that nobody took. */
export const isOfOutage = (written: string): boolean => written.split('\n').every(line => /^(error: |\s+at |$)/.test(line))
