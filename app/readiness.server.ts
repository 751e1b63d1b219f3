import { setTimeout as wait } from 'node:timers/promises'

/** Longest time in which a server says whether it is ready; less than what asks usually waits for. */
export const READY_WITHIN_MS = 3_000
/** A check that has not come back after this is given up, and the next question begins a new one. */
const GIVEN_UP_AFTER_MS = 20_000

/**
 * Whether a server can answer people, for what stands in front of it. However often it is asked, one check runs at a time, so
 * that those who ask never take a slow database's connections away from people.
 * @param check resolves when the database answers, rejects when it does not; may hang
 * @param withinMs a check that takes longer counts as "not ready"
 * @returns asks; never rejects, and answers after `withinMs` milliseconds at the latest
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
