/** The database is stopped during one in this many of all requests. */
const PART = 20

/** The requests during which the database is stopped, in the middle of the run: from number `from` to before number `to`. */
export interface Outage {
  readonly from: number
  readonly to: number
}

export function outageOf(requests: number): Outage {
  const from = Math.floor(requests / 2)
  return { from, to: from + Math.ceil(requests / PART) }
}

/**
 * Whether a text is what the server may log while the database is stopped: an error for each request that needed the database, and no
 * unhandled error.
 */
export const isOfOutage = (written: string): boolean => written.split('\n').every(line => /^(error: |\s+at |$)/.test(line))
