import { setTimeout as wait } from 'node:timers/promises'

/** Longest time until a server says whether it is ready, in milliseconds. Load balancers usually wait longer. */
export const READY_WITHIN_MS = 3_000
/** Milliseconds after which a check that has not ended is given up, so that the next question begins a new one. */
const GIVEN_UP_AFTER_MS = 20_000

/**
 * Makes a function that tells a load balancer whether the server can answer people. Only one check runs at a time, however often the
 * function is called, so that the calls never take connections of a slow database away from people.
 * @param check resolves when the database answers, rejects when it does not; may hang
 * @param withinMs a check that takes longer counts as "not ready"
 * @returns the function; it never rejects, and answers after `withinMs` milliseconds at the latest
 */
export function createReadiness(
  check: () => Promise<void>,
  withinMs = READY_WITHIN_MS,
  givenUpAfterMs = GIVEN_UP_AFTER_MS,
): () => Promise<boolean> {
  let running: { readonly answer: Promise<boolean>; readonly since: number } | null = null
  return () => {
    const now = performance.now()
    if (!running || now - running.since > givenUpAfterMs) {
      const begun = {
        answer: check().then(
          () => true,
          () => false,
        ),
        since: now,
      }
      running = begun
      void begun.answer.then(() => {
        if (running === begun) running = null
      })
    }
    return Promise.race([running.answer, wait(withinMs, false, { ref: false })])
  }
}
