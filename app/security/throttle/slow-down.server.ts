/** The answer to too many tries, or too many at once. The try itself was not checked. */
export interface SlowDown {
  readonly ok: false
  readonly reason: 'slow-down'
  readonly retryAfterSeconds: number
}

export const slowDown = (retryAfterSeconds: number): SlowDown => ({ ok: false, reason: 'slow-down', retryAfterSeconds })
