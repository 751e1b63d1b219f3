/** Too many tries, or too many at once: nothing was looked at. */
export interface SlowDown {
  readonly ok: false
  readonly reason: 'slow-down'
  readonly retryAfterSeconds: number
}

export const slowDown = (retryAfterSeconds: number): SlowDown => ({ ok: false, reason: 'slow-down', retryAfterSeconds })
